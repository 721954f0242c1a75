# SPDX-FileCopyrightText: 2026 The Sockeye developers
# SPDX-License-Identifier: GPL-3.0-or-later

# The functions that declare Sockeye's targets, so that warnings, definitions and
# precompiled headers are the same everywhere.

add_library(sockeye_options INTERFACE)
target_compile_features(sockeye_options INTERFACE cxx_std_20)
target_include_directories(sockeye_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(sockeye_options INTERFACE
    QT_NO_KEYWORDS
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_FOREACH
    QT_NO_JAVA_STYLE_ITERATORS
    QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(sockeye_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wformat=2 -Wundef -Wswitch-enum
    $<$<BOOL:${SOCKEYE_WERROR}>:-Werror>)
if(SOCKEYE_SANITIZE)
    # Clang's and GCC's sanitizers take the same list: "address,undefined" or "thread".
    target_compile_options(sockeye_options INTERFACE
        -fsanitize=${SOCKEYE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(sockeye_options INTERFACE -fsanitize=${SOCKEYE_SANITIZE})
endif()
if(SOCKEYE_COVERAGE)
    target_compile_options(sockeye_options INTERFACE --coverage)
    target_link_options(sockeye_options INTERFACE --coverage)
endif()

# One precompiled header for each family of targets, built once and reused: a header for each
# target would cost more than it saves.
function(sockeye_pch name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;LIBS")
    set(empty ${CMAKE_CURRENT_BINARY_DIR}/pch_${name}.cpp)
    if(NOT EXISTS ${empty})
        file(WRITE ${empty} "namespace { [[maybe_unused]] int sockeyePch = 0; }\n")
    endif()
    add_library(sockeye_pch_${name} STATIC ${empty})
    target_link_libraries(sockeye_pch_${name} PRIVATE sockeye_options ${arg_LIBS})
    if(SOCKEYE_PCH)
        # Without it ccache cannot tell what a precompiled header holds.
        target_compile_options(sockeye_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
        target_precompile_headers(sockeye_pch_${name} PRIVATE ${arg_HEADERS})
    endif()
    set_target_properties(sockeye_pch_${name} PROPERTIES AUTOMOC OFF)
endfunction()

function(sockeye_use_pch target name)
    if(SOCKEYE_PCH)
        target_precompile_headers(${target} REUSE_FROM sockeye_pch_${name})
    endif()
endfunction()

# sockeye_module(<name> [UI] SOURCES ... [PUBLIC libs ...] [PRIVATE libs ...])
# A static library sockeye_<name> with the alias Sockeye::<name>. UI picks the widgets' precompiled header.
function(sockeye_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "UI" "" "SOURCES;PUBLIC;PRIVATE")
    add_library(sockeye_${name} STATIC ${arg_SOURCES})
    add_library(Sockeye::${name} ALIAS sockeye_${name})
    target_link_libraries(sockeye_${name} PUBLIC sockeye_options ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
    if(arg_UI)
        sockeye_use_pch(sockeye_${name} widgets)
    else()
        sockeye_use_pch(sockeye_${name} core)
    endif()
endfunction()

# sockeye_test(<name> LABEL <unit|model|gui|integration|arch> [UI] [THREADS] LIBS ... [SOURCES ...] [TIMEOUT s] [COST s] [RUNNER script])
# A Qt Test program built from <name>.cpp and SOURCES, run with a fixed locale, zone and platform. THREADS marks those
# that the thread sanitizer runs too; the target threaded_tests builds just them. It sees only threads that hand over
# under a lock of ours or an atomic: Qt is not instrumented, so a value that passes through QtConcurrent would look like
# a race. COST is about how long the test takes: those with the greatest start first, so that none runs alone at the
# end. Tests run beside each other, so each has its own bus, display, folders and ports. RUNNER is a script that runs the
# program named by its argument; it ends with 77 to have the test skipped.
add_custom_target(threaded_tests)
function(sockeye_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "UI;THREADS" "LABEL;TIMEOUT;COST;RUNNER" "LIBS;SOURCES;ENVIRONMENT")
    add_executable(${name} ${name}.cpp ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE sockeye_options ${arg_LIBS} Qt6::Test)
    if(arg_UI)
        sockeye_use_pch(${name} widgets)
    else()
        sockeye_use_pch(${name} core)
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    if(arg_THREADS)
        list(APPEND arg_LABEL threads)
        add_dependencies(threaded_tests ${name})
    endif()
    math(EXPR timeout "${arg_TIMEOUT} * ${SOCKEYE_TEST_TIMEOUT_FACTOR}")
    add_test(NAME ${name} COMMAND ${arg_RUNNER} $<TARGET_FILE:${name}>)
    set_tests_properties(${name} PROPERTIES
        SKIP_RETURN_CODE 77
        LABELS "${arg_LABEL}"
        TIMEOUT ${timeout}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;SOCKEYE_SOURCE_DIR=${PROJECT_SOURCE_DIR};${arg_ENVIRONMENT}")
    if(arg_COST)
        set_tests_properties(${name} PROPERTIES COST ${arg_COST})
    endif()
endfunction()
