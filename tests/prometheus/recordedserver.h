// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/http/faultyserver.h"
#include "tests/prometheus/recordedanswers.h"

#include <QTcpSocket>

#include <map>

namespace sockeye::test {

//! \brief Answers by path, without the query.
using RecordedPages = std::map<QByteArray, HttpReply>;

//! \brief What query=time() gives.
[[nodiscard]] inline HttpReply timeAnswer()
{
    return answer(200, "application/json",
        R"({"status":"success","data":{"resultType":"scalar","result":[1767225600,"1767225600"]}})");
}

inline void sendReply(QTcpSocket &socket, const HttpReply &reply)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " Words\r\nContent-Type: "
        + reply.contentType + "\r\nContent-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    for (const HttpHeader &header : reply.headers)
        head += header.name + ": " + header.value + "\r\n";
    socket.write(head + "\r\n" + reply.body);
}

//! \brief A server that was recorded: what it does not have is 404 as plain text, as Go says it.
[[nodiscard]] inline FaultyServer::Handler serve(RecordedPages pages)
{
    return [pages = std::move(pages)](const WireRequest &request, QTcpSocket &socket) {
        const auto found = pages.find(request.target.split('?').constFirst());
        sendReply(
            socket, found == pages.end() ? answer(404, "text/plain", "404 page not found\n") : found->second);
    };
}

} // namespace sockeye::test
