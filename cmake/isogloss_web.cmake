# The page of results: HTML, styles, and scripts with Vega and Vega-Lite from the npm registry, as one file that the
# program carries; and the script that draws its plots as SVG. Without Node.js the program is built without them.
option(ISOGLOSS_REPORT "Let isogloss run write report.html, where Node.js is there to build its scripts" ON)
find_program(ISOGLOSS_NODE NAMES node nodejs)
find_program(ISOGLOSS_NPM npm)

set(ISOGLOSS_WEB_PAGE "")
set(ISOGLOSS_SVG_SCRIPT "")
set(web_source ${PROJECT_SOURCE_DIR}/src/reports/web)
set(web_build ${PROJECT_BINARY_DIR}/web)
set(web_packages ${web_source}/package.json ${web_source}/package-lock.json ${web_source}/.npmrc)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${web_packages})

# Fetched here, not in the build, so that a machine that does not reach the registry builds the rest. Sets `fetched`.
function(isogloss_fetch_web_packages)
  file(SHA256 ${web_source}/package-lock.json wanted)
  set(stamp ${web_build}/fetched.txt)
  set(there "")
  if(EXISTS ${stamp})
    file(READ ${stamp} there)
  endif()
  if(NOT there STREQUAL wanted)
    message(STATUS "Fetching Vega and Vega-Lite from the npm registry (-DISOGLOSS_REPORT=OFF builds without them)")
    file(COPY ${web_packages} DESTINATION ${web_build})
    execute_process(COMMAND ${ISOGLOSS_NPM} ci --ignore-scripts --loglevel=error WORKING_DIRECTORY ${web_build}
                    RESULT_VARIABLE failed TIMEOUT 600)
    if(failed)
      set(fetched FALSE PARENT_SCOPE)
      return()
    endif()
    file(WRITE ${stamp} ${wanted})
  endif()
  set(fetched TRUE PARENT_SCOPE)
endfunction()

if(NOT ISOGLOSS_REPORT OR NOT ISOGLOSS_NODE OR NOT ISOGLOSS_NPM)
  message(STATUS "isogloss run will write no report.html and no SVG: "
                 "Node.js and npm are not there, or ISOGLOSS_REPORT is off (tools/install-dependencies installs them)")
  return()
endif()
isogloss_fetch_web_packages()
if(NOT fetched)
  message(STATUS "isogloss run will write no report.html and no SVG: npm could not fetch Vega and Vega-Lite, see above")
  return()
endif()

set(ISOGLOSS_WEB_PAGE ${web_build}/page.html)
set(ISOGLOSS_SVG_SCRIPT ${web_build}/svg.cjs)
file(GLOB web_sources CONFIGURE_DEPENDS ${web_source}/*.js ${web_source}/*.mjs ${web_source}/*.css ${web_source}/*.html)
add_custom_command(OUTPUT ${ISOGLOSS_WEB_PAGE} ${ISOGLOSS_SVG_SCRIPT}
  COMMAND ${CMAKE_COMMAND} -E copy ${web_sources} ${web_build}
  COMMAND ${ISOGLOSS_NODE} build.mjs
  WORKING_DIRECTORY ${web_build}
  DEPENDS ${web_sources} ${web_build}/fetched.txt
  COMMENT "Bundling the page of results and what draws its plots"
  VERBATIM)
