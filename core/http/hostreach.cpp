// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/hostreach.h"

#include <QHostAddress>

#include <algorithm>
#include <array>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

// 0.0.0.0 and :: reach this machine as well.
bool isLoopback(const QHostAddress &address)
{
    return address.isLoopback() || address == QHostAddress(QHostAddress::AnyIPv4)
        || address == QHostAddress(QHostAddress::AnyIPv6);
}

bool isPrivate(const QHostAddress &address)
{
    static const std::array networks{QHostAddress::parseSubnet(u"10.0.0.0/8"_s),
        QHostAddress::parseSubnet(u"172.16.0.0/12"_s), QHostAddress::parseSubnet(u"192.168.0.0/16"_s)};
    return address.isLinkLocal() || address.isUniqueLocalUnicast()
        || std::ranges::any_of(networks, [&](const auto &network) { return address.isInSubnet(network); });
}

HostReach reachOfName(const QString &host)
{
    QString name = host.toLower();
    if (name.endsWith(u'.'))
        name.chop(1);
    // https://www.rfc-editor.org/rfc/rfc6761#section-6.3
    if (name == "localhost"_L1 || name.endsWith(".localhost"_L1))
        return HostReach::Loopback;
    // RFC 6762, RFC 8375 and ICANN's promise never to delegate .internal; cluster.local is the first.
    static constexpr std::array suffixes{".local"_L1, ".home.arpa"_L1, ".internal"_L1};
    const bool isInternal = !name.contains(u'.')
        || std::ranges::any_of(suffixes, [&name](QLatin1StringView suffix) { return name.endsWith(suffix); });
    return isInternal ? HostReach::Private : HostReach::Public;
}

} // namespace

HostReach reachOf(const QString &host)
{
    const QHostAddress address(host);
    if (address.isNull())
        return reachOfName(host);
    if (isLoopback(address))
        return HostReach::Loopback;
    return isPrivate(address) ? HostReach::Private : HostReach::Public;
}

} // namespace sockeye
