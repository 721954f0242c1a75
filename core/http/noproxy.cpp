// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/noproxy.h"

#include "core/http/hostreach.h"

#include <algorithm>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct HostAndPort {
    QString host;
    int port = -1; //!< any
};

int defaultPort(const QUrl &url)
{
    return url.scheme() == "https"_L1 || url.scheme() == "wss"_L1 ? 443 : 80;
}

// host, host:port, [v6]:port, [v6] and a bare v6, whose colons are no port.
HostAndPort split(const QString &entry)
{
    const qsizetype colon = entry.lastIndexOf(u':');
    const bool isBareV6 = entry.count(u':') > 1 && !entry.startsWith(u'[');
    bool isPort = false;
    const int port = entry.mid(colon + 1).toInt(&isPort);
    HostAndPort result{entry, -1};
    if (colon >= 0 && !isBareV6 && isPort)
        result = {entry.left(colon), port};
    if (result.host.startsWith(u'[') && result.host.endsWith(u']'))
        result.host = result.host.mid(1, result.host.size() - 2);
    return result;
}

QString withoutDot(QString name)
{
    if (name.endsWith(u'.'))
        name.chop(1);
    return name;
}

} // namespace

NoProxy::NoProxy(const QString &list)
{
    const QStringList entries = list.toLower().split(u',', Qt::SkipEmptyParts);
    for (const QString &entry : entries)
        add(entry.trimmed());
}

bool NoProxy::covers(const QUrl &url) const
{
    const QString host = withoutDot(url.host().toLower());
    if (m_all || reachOf(host) == HostReach::Loopback)
        return true;
    const int port = url.port(defaultPort(url));
    const QHostAddress address(host);
    return address.isNull() ? coversName(host, port) : coversAddress(address, port);
}

void NoProxy::add(const QString &entry)
{
    if (entry == "*"_L1) {
        m_all = true;
        return;
    }
    // parseSubnet() takes 10 for 10.0.0.0/8, which is a host here.
    if (entry.contains(u'/')) {
        const auto network = QHostAddress::parseSubnet(entry);
        if (!network.first.isNull())
            m_networks.push_back(network);
        return;
    }
    const auto [host, port] = split(entry);
    const QHostAddress address(host);
    if (!address.isNull()) {
        m_hosts.push_back({address, port});
        return;
    }
    const qsizetype prefix = host.startsWith("*."_L1) ? 2 : host.startsWith(u'.') ? 1 : 0;
    const QByteArray name = QUrl::toAce(host.mid(prefix));
    if (!name.isEmpty())
        m_domains.push_back({QString(u'.' % QString::fromLatin1(name)), prefix == 0, port});
}

bool NoProxy::coversAddress(const QHostAddress &address, int port) const
{
    const auto isIn = [&address](const auto &network) { return address.isInSubnet(network); };
    const auto isIt = [&address, port](const Host &host) {
        return host.address == address && (host.port < 0 || host.port == port);
    };
    return std::ranges::any_of(m_networks, isIn) || std::ranges::any_of(m_hosts, isIt);
}

bool NoProxy::coversName(const QString &name, int port) const
{
    const QString ascii = QString::fromLatin1(QUrl::toAce(name));
    return std::ranges::any_of(m_domains, [&ascii, port](const Domain &domain) {
        const bool isBelow = ascii.endsWith(domain.suffix);
        const bool isItself = domain.coversItself && ascii == QStringView(domain.suffix).mid(1);
        return (isBelow || isItself) && (domain.port < 0 || domain.port == port);
    });
}

} // namespace sockeye
