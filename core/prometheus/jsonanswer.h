// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/resultdecoder.h"

namespace sockeye {

struct JsonAnswer {
    DecodedAnswer answer;
    int dataFields = 0; //!< how many "data" there were; the last one counts
};

//! \brief Reads the answer to query and query_range in any JSON. Keeps its buffers.
class JsonAnswerReader final {
    Q_DISABLE_COPY_MOVE(JsonAnswerReader)

public:
    JsonAnswerReader();
    ~JsonAnswerReader();

    [[nodiscard]] Expected<JsonAnswer, DecodeError> read(const QByteArray &json, std::size_t maximumSeries);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sockeye
