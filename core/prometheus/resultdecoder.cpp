// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/resultdecoder.h"

#include "core/prometheus/jsonanswer.h"
#include "core/prometheus/responseparser.h"
#include "core/prometheus/shapescanner.h"

#include <optional>

namespace sockeye {

class AnswerDecoder::Private {
public:
    std::optional<DecodedAnswer> decodeUsual(const QByteArray &json);

    ShapeScanner scanner;
    JsonAnswerReader reader;
    bool wasUsual = false;
};

std::optional<DecodedAnswer> AnswerDecoder::Private::decodeUsual(const QByteArray &json)
{
    const std::string_view text(json.constData(), static_cast<std::size_t>(json.size()));
    auto scanned = scanner.scan(text, maximumSeries);
    if (!scanned)
        return std::nullopt;
    // Warnings and whatever else stands around the series are few bytes, and are read like any JSON.
    auto envelope = reader.read(scanned->envelope, maximumSeries);
    if (!envelope || envelope->dataFields != 1)
        return std::nullopt;
    envelope->answer.result.series = std::move(scanned->series);
    envelope->answer.result.droppedSeries = scanned->droppedSeries;
    return std::move(envelope->answer);
}

AnswerDecoder::AnswerDecoder()
    : d(std::make_unique<Private>())
{
}

AnswerDecoder::~AnswerDecoder() = default;

Expected<DecodedAnswer, DecodeError> AnswerDecoder::decode(const QByteArray &json)
{
    auto usual = d->decodeUsual(json);
    d->wasUsual = usual.has_value();
    if (usual)
        return *std::move(usual);
    return decodeAnyJson(json);
}

Expected<DecodedAnswer, DecodeError> AnswerDecoder::decodeAnyJson(const QByteArray &json)
{
    return d->reader.read(json, maximumSeries).map([](JsonAnswer &&read) { return std::move(read.answer); });
}

bool AnswerDecoder::wasUsual() const
{
    return d->wasUsual;
}

} // namespace sockeye
