// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QUrlQuery>

#include <variant>
#include <vector>

namespace sockeye::service {

struct HttpHeader {
    QByteArray name; //!< lower case
    QByteArray value;
};

//! \brief A request as far as this service needs it. A body is read and thrown away: no route has a use
//! for one.
struct HttpRequest {
    QByteArray method;
    QString path; //!< decoded, without the query
    QUrlQuery query;
    std::vector<HttpHeader> headers;

    //! \brief The value of the first header of that name (lower case), empty if there is none.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

//! \brief More bytes are needed.
struct HttpIncomplete { };

//! \brief The bytes can never become a request; answer with this status and close.
struct HttpRejected {
    int status = 400;
};

struct HttpLimits {
    qsizetype head = 8 * 1'024;
    qsizetype body = 16 * 1'024;
};

using HttpParsed = std::variant<HttpIncomplete, HttpRejected, HttpRequest>;

//! \brief Reads one HTTP/1.x request from the front of what has arrived so far.
[[nodiscard]] HttpParsed parseHttpRequest(const QByteArray &received, const HttpLimits &limits = {});

//! \brief The reason phrase of a status, "Status" for one without a name here.
[[nodiscard]] QByteArray httpReasonPhrase(int status);

} // namespace sockeye::service
