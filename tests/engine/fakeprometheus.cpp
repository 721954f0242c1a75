// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/engine/fakeprometheus.h"

#include <QTcpSocket>

namespace sockeye::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 3);
}

QByteArray success(const QByteArray &type, const QByteArray &result)
{
    return R"({"status":"success","data":{"resultType":")" + type + R"(","result":)" + result + "}}";
}

} // namespace

FakePrometheus::FakePrometheus(const Clock &clock)
    : m_clock(clock)
    , m_server([this](const WireRequest &request, QTcpSocket &socket) { answer(request, socket); })
{
}

double FakePrometheus::seconds() const
{
    return static_cast<double>(toMilliseconds(m_clock.now() + clockOffset)) / 1'000.0;
}

void FakePrometheus::answer(const WireRequest &request, QTcpSocket &socket)
{
    ++m_askedInAll;
    const QUrlQuery query(QString::fromLatin1(request.body));
    const QString expression = query.queryItemValue(u"query"_s, QUrl::FullyDecoded);
    ++m_asked[expression];
    if (!stalled.isEmpty() && expression == stalled) {
        QObject::connect(&socket, &QTcpSocket::disconnected, &m_server, [this] { ++disconnects; });
        return;
    }
    QByteArray status = "200 OK";
    QByteArray body;
    if (isBroken) {
        status = "500 Internal Server Error";
        body = R"({"status":"error","errorType":"internal","error":"it hurts"})";
    } else if (request.target.endsWith("/query")) {
        body = instant(expression);
    } else if (request.target.endsWith("/query_range")) {
        body = range(expression, query);
    } else if (request.target.contains("/targets")) {
        body = targets();
    } else {
        status = "404 Not Found";
        body = R"({"status":"error","errorType":"not_found","error":"not here"})";
    }
    FaultyServer::answer(status, "Content-Type: application/json\r\n", body)(request, socket);
}

QByteArray FakePrometheus::instant(const QString &expression) const
{
    if (expression == "time()"_L1)
        return success("scalar", "[" + number(seconds()) + ",\"" + number(seconds()) + "\"]");
    const auto value = values.find(expression);
    if (value == values.end())
        return success("vector", "[]");
    return success("vector",
        R"([{"metric":{"instance":"one"},"value":[)" + number(seconds()) + ",\"" + number(value->second)
            + "\"]}]");
}

QByteArray FakePrometheus::targets() const
{
    QByteArray active;
    if (scrapeInterval.count() > 0)
        active = R"({"health":"up","scrapeInterval":")" + QByteArray::number(qint64{scrapeInterval.count()})
            + R"(ms"})";
    return R"({"status":"success","data":{"activeTargets":[)" + active + "]}}";
}

QByteArray FakePrometheus::range(const QString &expression, const QUrlQuery &query) const
{
    const auto value = values.find(expression);
    if (value == values.end())
        return success("matrix", "[]");
    const double end = query.queryItemValue(u"end"_s).toDouble();
    const double step = query.queryItemValue(u"step"_s).toDouble();
    QByteArray points;
    for (double at = query.queryItemValue(u"start"_s).toDouble(); at <= end; at += step)
        points += (points.isEmpty() ? "[" : ",[") + number(at) + ",\"" + number(value->second) + "\"]";
    return success("matrix", R"([{"metric":{"instance":"one"},"values":[)" + points + "]}]");
}

} // namespace sockeye::test
