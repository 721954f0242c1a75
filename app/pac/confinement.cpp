// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pac/confinement.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace sockeye::pac {

namespace {

// Whoever asks waits a few seconds and then ends the process. This is for when nobody is left to do that.
constexpr rlim_t stepSeconds = 20;
constexpr rlim_t mostFiles = 32; // those that looking up a name takes

void limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit both{most, most};
    ::setrlimit(resource, &both);
}

} // namespace

void confine()
{
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NPROC, 0);
    limit(RLIMIT_NOFILE, mostFiles);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    // Behind the engine's own cap, which can be told. The sanitizers reserve terabytes that they never use.
    constexpr rlim_t mostMemory = rlim_t{256} * 1024 * 1024;
    limit(RLIMIT_AS, mostMemory);
#endif
}

void grantStep()
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    rlimit processor{};
    ::getrlimit(RLIMIT_CPU, &processor);
    processor.rlim_cur = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + stepSeconds;
    ::setrlimit(RLIMIT_CPU, &processor);
}

} // namespace sockeye::pac
