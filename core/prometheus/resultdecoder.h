// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/prometheus/queryresult.h"

#include <memory>

namespace sockeye {

//! \brief An answer of the API as it stands in its envelope.
struct DecodedAnswer {
    bool isSuccess = false;
    QueryResult result; //!< of a success
    QByteArray errorType; //!< of an error
    QString error; //!< of an error

    friend bool operator==(const DecodedAnswer &, const DecodedAnswer &) = default;
};

struct DecodeError {
    enum class Kind {
        NotJson, //!< or JSON that breaks off, or a value of a wrong type
        NoEnvelope //!< JSON, but not of the API
    };

    Kind kind = Kind::NotJson;
    QString detail;

    friend bool operator==(const DecodeError &, const DecodeError &) = default;
};

//! \brief Decodes the JSON of query and query_range straight into columns. What one answer taught about the
//! next, and its buffers, are kept: use one decoder for many answers, on one thread at a time.
class AnswerDecoder final {
    Q_DISABLE_COPY_MOVE(AnswerDecoder)

public:
    AnswerDecoder();
    ~AnswerDecoder();

    [[nodiscard]] Expected<DecodedAnswer, DecodeError> decode(const QByteArray &json);
    //! \brief The same by the general reader alone, which decode() asks where an answer looks unusual.
    [[nodiscard]] Expected<DecodedAnswer, DecodeError> decodeAnyJson(const QByteArray &json);
    //! \brief Whether the last decode() got along without the general reader.
    [[nodiscard]] bool wasUsual() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sockeye
