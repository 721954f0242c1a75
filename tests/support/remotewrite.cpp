// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/remotewrite.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>
#include <QtEndian>

#include <algorithm>
#include <bit>
#include <memory>
#include <numeric>

namespace sockeye::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; // ms
constexpr qsizetype longestLiteral = 65'536;

enum class Wire { Varint = 0, Fixed64 = 1, Bytes = 2 };

QByteArray varint(quint64 value)
{
    QByteArray bytes;
    for (; value >= 0x80; value >>= 7)
        bytes.append(static_cast<char>(value | 0x80));
    bytes.append(static_cast<char>(value));
    return bytes;
}

quint64 zigzag(qint64 value)
{
    return (static_cast<quint64>(value) << 1) ^ static_cast<quint64>(value >> 63);
}

// The fields of one message of Protocol Buffers. https://protobuf.dev/programming-guides/encoding/
class Message final {
public:
    void number(int field, quint64 value) { m_bytes += tag(field, Wire::Varint) + varint(value); }
    void signedNumber(int field, qint64 value) { number(field, zigzag(value)); }
    void real(int field, double value)
    {
        QByteArray bytes(8, Qt::Uninitialized);
        qToLittleEndian(std::bit_cast<quint64>(value), bytes.data());
        m_bytes += tag(field, Wire::Fixed64) + bytes;
    }
    void bytes(int field, const QByteArray &value)
    {
        m_bytes += tag(field, Wire::Bytes) + varint(static_cast<quint64>(value.size())) + value;
    }
    void message(int field, const Message &value) { bytes(field, value.m_bytes); }

    [[nodiscard]] const QByteArray &encoded() const { return m_bytes; }

private:
    static QByteArray tag(int field, Wire wire)
    {
        return varint(static_cast<quint64>(field) << 3 | static_cast<quint64>(wire));
    }

    QByteArray m_bytes;
};

struct BucketFields {
    int spans = 0;
    int deltas = 0;
};

// Runs of neighbours are spans, and each count is told by its distance from the one before.
void addBuckets(Message &message, const std::map<int, quint64> &buckets, BucketFields fields)
{
    QByteArray deltas;
    qint64 before = 0;
    int next = 0;
    for (auto bucket = buckets.begin(); bucket != buckets.end();) {
        Message span;
        span.signedNumber(1, bucket->first - next);
        quint64 length = 0;
        for (next = bucket->first; bucket != buckets.end() && bucket->first == next; ++bucket) {
            deltas += varint(zigzag(static_cast<qint64>(bucket->second) - before));
            before = static_cast<qint64>(bucket->second);
            ++next;
            ++length;
        }
        span.number(2, length);
        message.message(fields.spans, span);
    }
    if (!deltas.isEmpty())
        message.bytes(fields.deltas, deltas);
}

Message messageOf(const SparseHistogram &histogram, Timestamp time)
{
    Message message;
    message.number(1, histogram.count());
    message.real(3, histogram.sum);
    message.signedNumber(4, histogram.schema);
    message.real(5, histogram.zeroThreshold);
    message.number(6, histogram.zeroCount);
    addBuckets(message, histogram.negative, {.spans = 8, .deltas = 9});
    addBuckets(message, histogram.positive, {.spans = 11, .deltas = 12});
    message.number(15, static_cast<quint64>(toMilliseconds(time)));
    return message;
}

quint64 sumOf(const std::map<int, quint64> &buckets)
{
    return std::accumulate(buckets.begin(), buckets.end(), quint64{0},
        [](quint64 sum, const auto &bucket) { return sum + bucket.second; });
}

} // namespace

quint64 SparseHistogram::count() const
{
    return zeroCount + sumOf(positive) + sumOf(negative);
}

QByteArray writeRequest(std::span<const SparseSeries> series)
{
    Message request;
    for (const SparseSeries &one : series) {
        Message timeSeries;
        for (const Label &label : one.labels.labels()) {
            Message pair;
            pair.bytes(1, label.name);
            pair.bytes(2, label.value);
            timeSeries.message(1, pair);
        }
        for (const auto &[time, histogram] : one.histograms)
            timeSeries.message(4, messageOf(histogram, time));
        request.message(1, timeSeries);
    }
    return request.encoded();
}

QByteArray snappyLiterals(const QByteArray &data)
{
    QByteArray block = varint(static_cast<quint64>(data.size()));
    for (qsizetype at = 0; at < data.size(); at += longestLiteral) {
        const QByteArray literal = data.mid(at, longestLiteral);
        const auto length = static_cast<quint16>(literal.size() - 1);
        // A literal whose length stands in the two bytes behind its tag.
        block += static_cast<char>(61 << 2);
        block += static_cast<char>(length & 0xff);
        block += static_cast<char>(length >> 8);
        block += literal;
    }
    return block;
}

Expected<void, QString> remoteWrite(const QUrl &server, std::span<const SparseSeries> series)
{
    QUrl url = server;
    url.setPath(server.path() % "/api/v1/write"_L1);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-protobuf"_s);
    request.setRawHeader("Content-Encoding", "snappy");
    request.setRawHeader("X-Prometheus-Remote-Write-Version", "0.1.0");
    QNetworkAccessManager manager;
    const std::unique_ptr<QNetworkReply> reply(manager.post(request, snappyLiterals(writeRequest(series))));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, patience))
        return unexpected(u"no answer"_s);
    if (reply->error() != QNetworkReply::NoError)
        return unexpected(QString(reply->errorString() % u": "_s % QString::fromUtf8(reply->readAll())));
    return {};
}

} // namespace sockeye::test
