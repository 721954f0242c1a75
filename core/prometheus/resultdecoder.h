// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/prometheus/queryresult.h"

namespace sockeye {

//! \brief An answer of the API as it stands in its envelope.
struct DecodedAnswer {
    bool isSuccess = false;
    QueryResult result; //!< of a success
    QByteArray errorType; //!< of an error
    QString error; //!< of an error
};

struct DecodeError {
    enum class Kind {
        NotJson, //!< or JSON that breaks off, or a value of a wrong type
        NoEnvelope, //!< JSON, but not of the API
        TooManySeries
    };

    Kind kind = Kind::NotJson;
    QString detail;
};

//! \brief Decodes the JSON of query and query_range. Thread-safe.
[[nodiscard]] Expected<DecodedAnswer, DecodeError> decodeAnswer(const QByteArray &json);

} // namespace sockeye
