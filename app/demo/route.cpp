// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/route.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sockeye::demo {

namespace {

constexpr auto chatPrefix = "/chat/"_L1;
constexpr qsizetype longestRoom = 32;

bool isRoomCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-'
        || c == u'_';
}

} // namespace

std::optional<Route> parseRoute(const QString &path)
{
    if (path == "/echo"_L1)
        return Route{Route::Service::Echo, {}};
    if (path == "/ticker"_L1)
        return Route{Route::Service::Ticker, {}};
    if (!path.startsWith(chatPrefix))
        return std::nullopt;
    const QString room = path.sliced(chatPrefix.size());
    if (room.isEmpty() || room.size() > longestRoom || !std::ranges::all_of(room, isRoomCharacter))
        return std::nullopt;
    return Route{Route::Service::Chat, room};
}

QString roomLabel(const Route &route)
{
    static const QStringList usualRooms{u"lobby"_s, u"trading"_s, u"support"_s};
    switch (route.service) {
    case Route::Service::Echo:
        return u"echo"_s;
    case Route::Service::Ticker:
        return u"ticker"_s;
    case Route::Service::Chat:
        break;
    }
    return usualRooms.contains(route.room) ? route.room : u"other"_s;
}

} // namespace sockeye::demo
