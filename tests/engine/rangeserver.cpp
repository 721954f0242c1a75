// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/engine/rangeserver.h"

#include <QUrlQuery>

#include <cmath>

namespace sockeye::test {

using namespace Qt::StringLiterals;

namespace {

constexpr auto json = "Content-Type: application/json\r\n";

std::chrono::milliseconds durationOf(const QUrlQuery &query, const QString &name)
{
    return std::chrono::milliseconds{std::llround(query.queryItemValue(name).toDouble() * 1'000.0)};
}

QUrlQuery formOf(const WireRequest &request)
{
    return QUrlQuery(QString::fromLatin1(request.body));
}

} // namespace

RangeServer::RangeServer()
    : m_server([this](const WireRequest &request, QTcpSocket &socket) { answer(request, socket); })
{
}

double RangeServer::valueAt(Timestamp time) const
{
    const auto corrected = corrections.find(time);
    return corrected != corrections.end() ? corrected->second
                                          : static_cast<double>(toMilliseconds(time) / 1'000 % 86'400);
}

void RangeServer::answer(const WireRequest &request, QTcpSocket &socket)
{
    const QUrlQuery form = formOf(request);
    expressions += form.queryItemValue(u"query"_s, QUrl::FullyDecoded);
    if (!request.target.endsWith("/query_range")) {
        FaultyServer::answer("200 OK", json,
            R"({"status":"success","data":{"resultType":"scalar","result":[1,"1"]}})")(request, socket);
        return;
    }
    asked.push_back({Timestamp{durationOf(form, u"start"_s)}, Timestamp{durationOf(form, u"end"_s)}});
    if (isStalled) {
        m_held.push_back({request, &socket});
        QObject::connect(&socket, &QTcpSocket::disconnected, &m_watch, [this] { ++disconnects; });
    } else {
        answerRange(request, socket);
    }
}

void RangeServer::answerRange(const WireRequest &request, QTcpSocket &socket)
{
    const QUrlQuery form = formOf(request);
    const Timestamp end{durationOf(form, u"end"_s)};
    const std::chrono::milliseconds step = durationOf(form, u"step"_s);
    const Timestamp begin{durationOf(form, u"start"_s)};
    if (!refusal.isEmpty()) {
        FaultyServer::answer(refusal, {}, "not now")(request, socket);
        return;
    }
    if ((end - begin) / step > maxPoints) {
        FaultyServer::answer("400 Bad Request", json,
            R"({"status":"error","errorType":"bad_data","error":"exceeded maximum resolution of )"
                + QByteArray::number(maxPoints) + R"( points per timeseries."})")(request, socket);
        return;
    }
    QByteArray points;
    for (Timestamp at = begin; at <= end; at += isPartial ? 2 * step : step) {
        points += (points.isEmpty() ? "[" : ",[")
            + QByteArray::number(static_cast<double>(toMilliseconds(at)) / 1'000.0, 'f', 3) + ",\""
            + QByteArray::number(valueAt(at)) + "\"]";
    }
    FaultyServer::answer("200 OK", json,
        R"({"status":"success",)" + QByteArray(isPartial ? R"("isPartial":true,)" : "")
            + R"("data":{"resultType":"matrix","result":[{"metric":{},"values":[)" + points
            + "]}]}}")(request, socket);
}

void RangeServer::release()
{
    isStalled = false;
    for (const Held &held : std::exchange(m_held, {})) {
        if (held.socket) {
            held.socket->disconnect(&m_watch);
            answerRange(held.request, *held.socket);
        }
    }
}

} // namespace sockeye::test
