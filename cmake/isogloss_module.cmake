# isogloss_module(NAME SOURCES file... USES module-or-library... [PRIVATELY library...])
#
# One static library a module: headers in include/isogloss/NAME, sources in src/NAME, namespace isogloss::NAME.
# The order of the calls in src/CMakeLists.txt is the order of the modules; tests/architecture holds the includes to it.
function(isogloss_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;PRIVATELY")
  add_library(isogloss_${name} STATIC ${arg_SOURCES})
  add_library(isogloss::${name} ALIAS isogloss_${name})
  set_target_properties(isogloss_${name} PROPERTIES EXPORT_NAME ${name})
  target_include_directories(isogloss_${name}
    PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include>
           $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
    PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(isogloss_${name} PUBLIC ${arg_USES} PRIVATE ${arg_PRIVATELY})
  isogloss_compile_settings(isogloss_${name})
  set_property(GLOBAL APPEND PROPERTY isogloss_modules ${name})
endfunction()

function(isogloss_compile_settings target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  # No contraction of a*b+c: the same bytes from every compiler setting.
  target_compile_options(${target} PRIVATE -ffp-contract=off)
  if(ISOGLOSS_TESTS)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
      $<$<BOOL:${ISOGLOSS_WARNINGS_AS_ERRORS}>:-Werror>)
  endif()
  if(ISOGLOSS_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${ISOGLOSS_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=${ISOGLOSS_SANITIZE})
  endif()
endfunction()
