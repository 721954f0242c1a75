// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/hostreach.h"

#include <QTest>

Q_DECLARE_METATYPE(sockeye::HostReach)

namespace sockeye {

using namespace Qt::StringLiterals;

class TestHostReach final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesAHost_data();
    void judgesAHost();
};

void TestHostReach::judgesAHost_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<HostReach>("reach");

    QTest::newRow("localhost") << u"localhost"_s << HostReach::Loopback;
    QTest::newRow("localhost with its dot") << u"LocalHost."_s << HostReach::Loopback;
    QTest::newRow("a name below localhost") << u"prom.localhost"_s << HostReach::Loopback;
    QTest::newRow("127/8") << u"127.9.8.7"_s << HostReach::Loopback;
    QTest::newRow("IPv6 loopback") << u"::1"_s << HostReach::Loopback;
    QTest::newRow("any address") << u"0.0.0.0"_s << HostReach::Loopback;
    QTest::newRow("10/8") << u"10.0.0.1"_s << HostReach::Private;
    QTest::newRow("the last of 172.16/12") << u"172.31.255.255"_s << HostReach::Private;
    QTest::newRow("after 172.16/12") << u"172.32.0.0"_s << HostReach::Public;
    QTest::newRow("192.168/16") << u"192.168.1.1"_s << HostReach::Private;
    QTest::newRow("link-local") << u"169.254.1.1"_s << HostReach::Private;
    QTest::newRow("IPv6 link-local") << u"fe80::1"_s << HostReach::Private;
    QTest::newRow("IPv6 unique local") << u"fd12::1"_s << HostReach::Private;
    QTest::newRow("a name without dots") << u"prometheus"_s << HostReach::Private;
    QTest::newRow("multicast DNS") << u"nas.local"_s << HostReach::Private;
    QTest::newRow("a service of Kubernetes") << u"prom.monitoring.svc.cluster.local"_s << HostReach::Private;
    QTest::newRow("the name for inner networks") << u"prom.internal"_s << HostReach::Private;
    QTest::newRow("a public name") << u"prometheus.example.net"_s << HostReach::Public;
    QTest::newRow("a public name that looks local") << u"local.example.net"_s << HostReach::Public;
    QTest::newRow("a public address") << u"192.0.2.1"_s << HostReach::Public;
    QTest::newRow("a public IPv6 address") << u"2001:db8::1"_s << HostReach::Public;
}

void TestHostReach::judgesAHost()
{
    QFETCH(QString, host);
    QFETCH(HostReach, reach);

    QCOMPARE(reachOf(host), reach);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestHostReach)

#include "tst_hostreach.moc"
