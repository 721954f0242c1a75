// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpjob.h"

#include <vector>

namespace sockeye::test {

//! \brief One answer of a real server, from tests/data/answers.
struct RecordedAnswer {
    QString name; //!< such as "prometheus-2.42/buildinfo"
    HttpReply reply;
};

//! \brief The answer of that name; an unknown name ends the test program.
[[nodiscard]] HttpReply recorded(const QString &name);
[[nodiscard]] std::vector<RecordedAnswer> allRecorded();

//! \brief A made-up answer.
[[nodiscard]] HttpReply answer(int status, const QByteArray &contentType, const QByteArray &body);

} // namespace sockeye::test
