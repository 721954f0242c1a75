// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/redirect.h"

#include <QNetworkReply>

#include <algorithm>
#include <array>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

} // namespace

std::optional<QUrl> redirectTarget(const QNetworkReply &reply)
{
    static constexpr std::array redirects{301, 302, 303, 307, 308};
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray location = reply.rawHeader("Location").trimmed();
    if (location.isEmpty() || std::ranges::find(redirects, status) == redirects.end())
        return std::nullopt;
    return reply.url().resolved(QUrl::fromEncoded(location));
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

} // namespace sockeye
