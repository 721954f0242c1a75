// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/pacanswer.h"

#include <QNetworkProxy>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

QString text(const QNetworkProxy &way)
{
    if (way.type() == QNetworkProxy::NoProxy)
        return u"direct"_s;
    const QString kind = way.type() == QNetworkProxy::Socks5Proxy ? u"socks5"_s : u"http"_s;
    return kind % u' ' % way.hostName() % u':' % QString::number(way.port());
}

} // namespace

class TestPacAnswer final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheWays_data();
    void readsTheWays();
    void refusesWhatNamesNoWay_data();
    void refusesWhatNamesNoWay();
    void tellsTheScriptNoMoreThanItNeeds_data();
    void tellsTheScriptNoMoreThanItNeeds();
};

void TestPacAnswer::readsTheWays_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QStringList>("ways");
    QTest::newRow("empty") << QString() << QStringList{u"direct"_s};
    QTest::newRow("direct") << u"DIRECT"_s << QStringList{u"direct"_s};
    QTest::newRow("a proxy") << u"PROXY p:3128"_s << QStringList{u"http p:3128"_s};
    QTest::newRow("a proxy without a port") << u"PROXY p"_s << QStringList{u"http p:80"_s};
    QTest::newRow("in browsers' newer words") << u"HTTP p:3128"_s << QStringList{u"http p:3128"_s};
    QTest::newRow("SOCKS") << u"SOCKS s; SOCKS5 t:9050"_s
                           << QStringList{u"socks5 s:1080"_s, u"socks5 t:9050"_s};
    QTest::newRow("several, in order")
        << u"PROXY a:1; SOCKS5 b:2; DIRECT"_s << QStringList{u"http a:1"_s, u"socks5 b:2"_s, u"direct"_s};
    QTest::newRow("blanks and small letters")
        << u" proxy  a:1 ;;direct ; "_s << QStringList{u"http a:1"_s, u"direct"_s};
    QTest::newRow("IPv6") << u"PROXY [2001:db8::1]:3128"_s << QStringList{u"http 2001:db8::1:3128"_s};
    QTest::newRow("kinds that are not spoken stand back")
        << u"HTTPS s:443; SOCKS4 o:1; PROXY a:1"_s << QStringList{u"http a:1"_s};
}

void TestPacAnswer::readsTheWays()
{
    QFETCH(QString, answer);
    QFETCH(QStringList, ways);
    const auto read = waysOfScript(answer);
    QVERIFY(read.has_value());
    QStringList found;
    for (const QNetworkProxy &way : *read)
        found.append(text(way));
    QCOMPARE(found, ways);
}

void TestPacAnswer::refusesWhatNamesNoWay_data()
{
    using Kind = ProxyError::Kind;
    QTest::addColumn<QString>("answer");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QString &answer, Kind kind, const QString &detail) {
        QTest::newRow(name) << answer << static_cast<int>(kind) << detail;
    };
    row("a page", u"<html>"_s, Kind::ScriptAnswerInvalid, u"<html>"_s);
    row("a URL", u"http://p:3128"_s, Kind::ScriptAnswerInvalid, u"http://p:3128"_s);
    row("no host", u"PROXY"_s, Kind::ScriptAnswerInvalid, u"PROXY"_s);
    row("a host for the direct way", u"DIRECT p"_s, Kind::ScriptAnswerInvalid, u"DIRECT p"_s);
    row("a port that is none", u"PROXY p:99999"_s, Kind::ScriptAnswerInvalid, u"PROXY p:99999"_s);
    row("credentials", u"PROXY me:word@p:1"_s, Kind::ScriptAnswerInvalid, u"PROXY me:word@p:1"_s);
    row("one good, one not", u"PROXY a:1; PORXY b:1"_s, Kind::ScriptAnswerInvalid, u"PORXY b:1"_s);
    row("TLS to the proxy", u"HTTPS p:443"_s, Kind::ScriptProxyUnsupported, u"HTTPS p:443"_s);
}

void TestPacAnswer::refusesWhatNamesNoWay()
{
    QFETCH(QString, answer);
    QFETCH(int, kind);
    QFETCH(QString, detail);
    const auto read = waysOfScript(answer);
    QVERIFY(!read.has_value());
    QCOMPARE(static_cast<int>(read.error().kind), kind);
    QCOMPARE(read.error().detail, detail);
}

void TestPacAnswer::tellsTheScriptNoMoreThanItNeeds_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("told");
    QTest::newRow("http") << u"http://h/a?b=c"_s << u"http://h/a?b=c"_s;
    QTest::newRow("https") << u"https://h:9090/tenant/api?query=secret#x"_s << u"https://h:9090/"_s;
    QTest::newRow("no path") << u"http://h"_s << u"http://h/"_s;
    QTest::newRow("credentials") << u"http://me:word@h/a"_s << u"http://h/a"_s;
}

void TestPacAnswer::tellsTheScriptNoMoreThanItNeeds()
{
    QFETCH(QString, url);
    QFETCH(QString, told);
    QCOMPARE(urlForScript(QUrl(url)).toString(), told);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestPacAnswer)

#include "tst_pacanswer.moc"
