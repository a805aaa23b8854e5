# The packages we build on, found once for the build and once more for those who use the installed library.
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(ICU 72 REQUIRED COMPONENTS i18n uc)
find_package(LibXml2 2.9 REQUIRED)
find_package(TBB REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)

# Three packages come without a CMake description.
find_path(ISOGLOSS_CSV_INCLUDE_DIR csv.h PATH_SUFFIXES libfccp fast-cpp-csv-parser REQUIRED)
find_path(ISOGLOSS_SPECTRA_INCLUDE_DIR Spectra/SymEigsSolver.h REQUIRED)
find_path(ISOGLOSS_STEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
find_library(ISOGLOSS_STEMMER_LIBRARY stemmer REQUIRED)
if(NOT TARGET isogloss::stemmer)
  add_library(isogloss::stemmer UNKNOWN IMPORTED)
  set_target_properties(isogloss::stemmer PROPERTIES IMPORTED_LOCATION ${ISOGLOSS_STEMMER_LIBRARY}
                        INTERFACE_INCLUDE_DIRECTORIES ${ISOGLOSS_STEMMER_INCLUDE_DIR})
endif()
