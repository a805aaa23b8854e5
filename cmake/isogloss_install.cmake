include(CMakePackageConfigHelpers)
get_property(modules GLOBAL PROPERTY isogloss_modules)
list(TRANSFORM modules PREPEND isogloss_ OUTPUT_VARIABLE targets)

add_library(isogloss_all INTERFACE)
add_library(isogloss::isogloss ALIAS isogloss_all)
set_target_properties(isogloss_all PROPERTIES EXPORT_NAME isogloss)
target_link_libraries(isogloss_all INTERFACE ${targets})

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/isogloss)
install(TARGETS ${targets} isogloss_all isogloss_program EXPORT isogloss_targets)
install(DIRECTORY include/isogloss ${PROJECT_BINARY_DIR}/include/isogloss DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT isogloss_targets NAMESPACE isogloss:: DESTINATION ${package_dir})
configure_package_config_file(cmake/isogloss-config.cmake.in isogloss-config.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(isogloss-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/isogloss-config.cmake ${PROJECT_BINARY_DIR}/isogloss-config-version.cmake
              cmake/isogloss_packages.cmake DESTINATION ${package_dir})
