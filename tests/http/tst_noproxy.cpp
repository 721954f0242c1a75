// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/noproxy.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

class TestNoProxy final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void coversAHost_data();
    void coversAHost();
};

void TestNoProxy::coversAHost_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("covered");

    QTest::newRow("an empty list") << QString() << u"http://prom.example.net"_s << false;
    QTest::newRow("the loopback without being named") << QString() << u"http://localhost:9090"_s << true;
    QTest::newRow("the IPv6 loopback") << QString() << u"http://[::1]:9090"_s << true;
    QTest::newRow("all") << u"a, *"_s << u"http://prom.example.net"_s << true;
    QTest::newRow("a name") << u"example.net"_s << u"http://example.net"_s << true;
    QTest::newRow("a name below it") << u"example.net"_s << u"http://prom.example.net"_s << true;
    QTest::newRow("a name that only ends alike") << u"example.net"_s << u"http://myexample.net"_s << false;
    QTest::newRow("a suffix and a name below") << u".example.net"_s << u"http://prom.example.net"_s << true;
    QTest::newRow("a suffix and the name itself") << u".example.net"_s << u"http://example.net"_s << false;
    QTest::newRow("a star and a name below") << u"*.example.net"_s << u"http://prom.example.net"_s << true;
    QTest::newRow("a star and the name itself") << u"*.example.net"_s << u"http://example.net"_s << false;
    QTest::newRow("capitals and spaces") << u" a , Example.NET "_s << u"http://EXAMPLE.net"_s << true;
    QTest::newRow("a name with its dot") << u"example.net"_s << u"http://example.net."_s << true;
    QTest::newRow("an international name")
        << u"b\u00fccher.example"_s << u"http://xn--bcher-kva.example"_s << true;
    QTest::newRow("the port") << u"example.net:9090"_s << u"http://example.net:9090"_s << true;
    QTest::newRow("another port") << u"example.net:9090"_s << u"http://example.net"_s << false;
    QTest::newRow("the port of https") << u"example.net:443"_s << u"https://example.net"_s << true;
    QTest::newRow("the port of http") << u"example.net:80"_s << u"http://example.net"_s << true;
    QTest::newRow("an address") << u"192.0.2.1"_s << u"http://192.0.2.1:9090"_s << true;
    QTest::newRow("another address") << u"192.0.2.1"_s << u"http://192.0.2.10"_s << false;
    QTest::newRow("an address with its port") << u"192.0.2.1:9090"_s << u"http://192.0.2.1:9090"_s << true;
    QTest::newRow("an address with another port") << u"192.0.2.1:9090"_s << u"http://192.0.2.1"_s << false;
    QTest::newRow("a network") << u"10.0.0.0/8"_s << u"http://10.255.0.1"_s << true;
    QTest::newRow("outside of the network") << u"10.0.0.0/8"_s << u"http://11.0.0.1"_s << false;
    QTest::newRow("a network does not cover names") << u"10.0.0.0/8"_s << u"http://prom"_s << false;
    QTest::newRow("an IPv6 network") << u"2001:db8::/32"_s << u"http://[2001:db8::7]"_s << true;
    QTest::newRow("an IPv6 address") << u"2001:db8::7"_s << u"http://[2001:db8::7]:9090"_s << true;
    QTest::newRow("an IPv6 address with its port")
        << u"[2001:db8::7]:9090"_s << u"http://[2001:db8::7]:9090"_s << true;
    QTest::newRow("an IPv6 address with another port")
        << u"[2001:db8::7]:9090"_s << u"http://[2001:db8::7]"_s << false;
    QTest::newRow("nonsense covers nothing") << u"10.0.0.0/99,:80,,"_s << u"http://10.0.0.1"_s << false;
}

void TestNoProxy::coversAHost()
{
    QFETCH(QString, list);
    QFETCH(QString, url);
    QFETCH(bool, covered);

    QCOMPARE(NoProxy(list).covers(QUrl(url)), covered);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestNoProxy)

#include "tst_noproxy.moc"
