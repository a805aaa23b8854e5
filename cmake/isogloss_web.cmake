# The page of results: HTML, styles, and scripts with Vega and Vega-Lite from the npm registry, as one file that the
# program carries. Without Node.js the program is built without it.
option(ISOGLOSS_REPORT "Let isogloss run write report.html, where Node.js is there to build its scripts" ON)
find_program(ISOGLOSS_NODE NAMES node nodejs)
find_program(ISOGLOSS_NPM npm)

set(ISOGLOSS_WEB_PAGE "")
if(ISOGLOSS_REPORT AND ISOGLOSS_NODE AND ISOGLOSS_NPM)
  set(web_source ${PROJECT_SOURCE_DIR}/src/reports/web)
  set(web_build ${PROJECT_BINARY_DIR}/web)
  set(ISOGLOSS_WEB_PAGE ${web_build}/page.html)
  file(GLOB web_sources CONFIGURE_DEPENDS ${web_source}/*.js ${web_source}/*.mjs ${web_source}/*.css ${web_source}/*.html)
  set(web_packages ${web_source}/package.json ${web_source}/package-lock.json ${web_source}/.npmrc)
  set(web_installed ${web_build}/node_modules/.package-lock.json)
  add_custom_command(OUTPUT ${web_installed}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${web_build}
    COMMAND ${CMAKE_COMMAND} -E copy ${web_packages} ${web_build}
    COMMAND ${ISOGLOSS_NPM} ci --ignore-scripts --loglevel=error
    COMMAND ${CMAKE_COMMAND} -E touch ${web_installed}
    WORKING_DIRECTORY ${PROJECT_BINARY_DIR}/web
    DEPENDS ${web_packages}
    COMMENT "Fetching Vega and Vega-Lite from the npm registry (-DISOGLOSS_REPORT=OFF builds without them)"
    VERBATIM)
  add_custom_command(OUTPUT ${ISOGLOSS_WEB_PAGE}
    COMMAND ${CMAKE_COMMAND} -E copy ${web_sources} ${web_build}
    COMMAND ${ISOGLOSS_NODE} build.mjs
    WORKING_DIRECTORY ${PROJECT_BINARY_DIR}/web
    DEPENDS ${web_sources} ${web_installed}
    COMMENT "Bundling the page of results"
    VERBATIM)
  file(MAKE_DIRECTORY ${web_build})
else()
  message(STATUS "isogloss run will write no report.html: "
                 "Node.js and npm are not there, or ISOGLOSS_REPORT is off (tools/install-dependencies installs them)")
endif()
