// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/readjob.h"

#include <QTest>

namespace sockeye::test {

//! \brief Waits for \a job and returns its outcome; ends the program when it never comes or comes at once.
template <typename T>
[[nodiscard]] Expected<T, QueryError> outcomeOf(ReadJob<T> *job)
{
    constexpr int patience = 60'000;
    std::optional<Expected<T, QueryError>> outcome;
    QObject::connect(job, &ReadJobBase::finished, job, [job, &outcome] { outcome = job->outcome(); });
    if (outcome || !QTest::qWaitFor([&outcome] { return outcome.has_value(); }, patience))
        qFatal("finished too early or never");
    return *outcome;
}

} // namespace sockeye::test
