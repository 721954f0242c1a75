// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/pacprocess.h"

#include <QCoreApplication>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = ProxyError::Kind;

namespace {

// Wednesday, 15 November 2023, 13:45:30 UTC, which is the zone of the tests.
const QString moment = u"1700055930"_s;

PacProcess::Setup setup(std::chrono::milliseconds patience = 30s)
{
    return {.program = QString(QCoreApplication::applicationDirPath() % "/sockeye-pac"_L1),
        .arguments = {u"--time"_s, moment},
        .patience = patience};
}

PacProcess::Answer ask(PacProcess &process, const QString &url = u"http://host.example.net/"_s)
{
    std::optional<PacProcess::Answer> answer;
    process.ask(QUrl(url), [&answer](const PacProcess::Answer &given) { answer = given; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 60'000))
        qFatal("no answer came");
    return *answer;
}

QByteArray returning(const QByteArray &expression)
{
    return "function FindProxyForURL(url, host) { return " + expression + "; }";
}

} // namespace

class TestPacProcess final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsTheFunctionsOfBrowsers_data();
    void knowsTheFunctionsOfBrowsers();
    void asksInOrder();
    void keepsTheVariablesOfTheScript();
    void asksTheScriptThatWasLoadedLast();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void goesOnAfterAQuestionThatFailed();
    void aFailureStandsUntilAnotherScript();
    void aMissingProgramIsTold();
    void mayBeDeletedByAReceiver();
};

void TestPacProcess::knowsTheFunctionsOfBrowsers_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *call, const char *result) {
        QTest::newRow(call) << QByteArray(call) << QString::fromLatin1(result);
    };
    row("isPlainHostName('www')", "true");
    row("isPlainHostName('www.example.net')", "false");
    row("isPlainHostName('::1')", "false");
    row("dnsDomainIs('www.Example.net', '.example.net')", "true");
    row("dnsDomainIs('www', '.example.net')", "false");
    row("dnsDomainIs('badexample.net', '.example.net')", "false");
    row("localHostOrDomainIs('www', 'www.example.net')", "true");
    row("localHostOrDomainIs('www.example.net', 'www.example.net')", "true");
    row("localHostOrDomainIs('www.other.net', 'www.example.net')", "false");
    row("localHostOrDomainIs('ww', 'www.example.net')", "false");
    row("dnsDomainLevels('www')", "0");
    row("dnsDomainLevels('www.example.net')", "2");
    row("isResolvable('127.0.0.1')", "true");
    row("isResolvable('nowhere.invalid')", "false");
    row("dnsResolve('localhost')", "127.0.0.1");
    row("dnsResolve('nowhere.invalid')", "null");
    row("/^\\d+\\.\\d+\\.\\d+\\.\\d+$/.test(myIpAddress())", "true");
    row("convert_addr('104.16.41.2')", "1745889538");
    row("convert_addr('rubbish')", "0");
    row("isInNet('192.168.5.7', '192.168.0.0', '255.255.0.0')", "true");
    row("isInNet('192.169.5.7', '192.168.0.0', '255.255.0.0')", "false");
    row("isInNet('255.255.255.255', '255.255.255.255', '255.255.255.255')", "true");
    row("isInNet('localhost', '127.0.0.0', '255.0.0.0')", "true");
    row("isInNet('nowhere.invalid', '0.0.0.0', '0.0.0.0')", "false");
    row("isInNet('10.0.0.1', '10.0.0.999', '255.0.0.0')", "false");
    row("shExpMatch('http://home.example.net/a', '*.example.net/*')", "true");
    row("shExpMatch('http://home.example.org/a', '*.example.net/*')", "false");
    row("shExpMatch('a.b', 'a?b')", "true");
    row("shExpMatch('aXb', 'a.b')", "false");
    row("shExpMatch('abc', 'abc*')", "true");
    row("shExpMatch('abc', 'ab')", "false");
    row("shExpMatch('', '*')", "true");
    row("shExpMatch(new Array(2000).join('a'), new Array(60).join('a*') + 'b')", "false");
    row("weekdayRange('WED')", "true");
    row("weekdayRange('TUE', 'GMT')", "false");
    row("weekdayRange('MON', 'FRI')", "true");
    row("weekdayRange('FRI', 'WED')", "true");
    row("weekdayRange('FRI', 'TUE')", "false");
    row("weekdayRange('never')", "false");
    row("dateRange(15)", "true");
    row("dateRange(1, 14)", "false");
    row("dateRange(16, 15)", "true");
    row("dateRange('NOV')", "true");
    row("dateRange('DEC', 'FEB')", "false");
    row("dateRange('OCT', 'JAN')", "true");
    row("dateRange(2023)", "true");
    row("dateRange(2020, 2022)", "false");
    row("dateRange(15, 'NOV')", "true");
    row("dateRange(15, 'NOV', 2023)", "true");
    row("dateRange(16, 'NOV', 2023)", "false");
    row("dateRange(1, 'JUN', 15, 'NOV')", "true");
    row("dateRange(1, 'JUN', 14, 'NOV')", "false");
    row("dateRange('JAN', 2024, 'MAR', 2025)", "false");
    row("dateRange('OCT', 2023, 'MAR', 2024)", "true");
    row("dateRange(14, 'NOV', 2023, 16, 'NOV', 2023, 'GMT')", "true");
    row("timeRange(13)", "true");
    row("timeRange(14)", "false");
    row("timeRange(9, 17)", "true");
    row("timeRange(22, 6)", "false");
    row("timeRange(13, 0, 13, 45)", "true");
    row("timeRange(13, 46, 14, 0)", "false");
    row("timeRange(13, 45, 0, 13, 45, 29)", "false");
    row("timeRange(13, 45, 30, 13, 45, 30, 'GMT')", "true");
    row("(alert('hello'), 'said')", "said");
}

void TestPacProcess::knowsTheFunctionsOfBrowsers()
{
    QFETCH(QByteArray, call);
    QFETCH(QString, result);
    PacProcess process(setup());
    process.load(returning("String(" + call + ")"));
    const auto answer = ask(process);
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(*answer, result);
}

void TestPacProcess::asksInOrder()
{
    PacProcess process(setup());
    process.load(returning("host + ' ' + url"));
    QStringList answers;
    for (const QString &url : {u"http://a.test/x?y"_s, u"https://b.test/x?y"_s, u"http://[::1]:8/"_s})
        process.ask(
            QUrl(url), [&](const PacProcess::Answer &answer) { answers.append(answer.value_or(QString())); });
    QVERIFY2(answers.isEmpty(), "an answer came from within the call");
    QTRY_COMPARE(answers.size(), 3);
    QCOMPARE(answers,
        (QStringList{u"a.test http://a.test/x?y"_s, u"b.test https://b.test/"_s, u"::1 http://[::1]:8/"_s}));
}

void TestPacProcess::keepsTheVariablesOfTheScript()
{
    PacProcess process(setup());
    process.load("var asked = 0; function FindProxyForURL() { return 'n' + ++asked; }");
    QCOMPARE(ask(process).value_or(QString()), u"n1"_s);
    QCOMPARE(ask(process).value_or(QString()), u"n2"_s);
}

void TestPacProcess::asksTheScriptThatWasLoadedLast()
{
    PacProcess process(setup());
    process.load(returning("'old'"));
    QString answer;
    process.ask(
        QUrl(u"http://a.test"_s), [&](const PacProcess::Answer &given) { answer = given.value_or(QString()); });
    process.load(returning("'new'"));
    QTRY_COMPARE(answer, u"new"_s);
}

void TestPacProcess::tellsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &script, Kind kind, const QString &detail) {
        QTest::newRow(name) << script << static_cast<int>(kind) << detail;
    };
    row("a page", "<html>\n</html>", Kind::ScriptInvalid, u"line 1"_s);
    row("a mistake", "function FindProxyForURL() {\n  return (1;\n}", Kind::ScriptInvalid, u"line 2"_s);
    row("nothing", {}, Kind::ScriptInvalid, u"no function FindProxyForURL"_s);
    row("another function", "function findProxy() {}", Kind::ScriptInvalid, u"no function"_s);
    row("an error as it is read", "nowhere();", Kind::ScriptThrew, u"line 1"_s);
    row("an error in the answer", returning("nowhere()"), Kind::ScriptThrew, u"line 1"_s);
    row("an error of its own", "function FindProxyForURL() { throw 'enough'; }", Kind::ScriptThrew,
        u"enough"_s);
    row("no end of calls", "function FindProxyForURL() { return 1 + FindProxyForURL(); }", Kind::ScriptThrew,
        u"limit"_s);
    row("a number", returning("42"), Kind::ScriptAnswerInvalid, u"42"_s);
    row("no answer", "function FindProxyForURL() {}", Kind::ScriptAnswerInvalid, u"undefined"_s);
    row("memory without end", "function FindProxyForURL() { for (var a = [];;) a.push(a.length + 'x'); }",
        Kind::ScriptMemory, {});
    row("memory without end, as it is read", "for (var a = 'x';;) a += a + a;", Kind::ScriptMemory, {});
}

void TestPacProcess::tellsWhatIsWrong()
{
    QFETCH(QByteArray, script);
    QFETCH(int, kind);
    QFETCH(QString, detail);
    PacProcess process(setup());
    process.load(script);
    const auto answer = ask(process);
    QVERIFY(!answer.has_value());
    QVERIFY2(static_cast<int>(answer.error().kind) == kind, qPrintable(answer.error().detail));
    QVERIFY2(answer.error().detail.contains(detail), qPrintable(answer.error().detail));
}

void TestPacProcess::goesOnAfterAQuestionThatFailed()
{
    PacProcess process(setup());
    process.load("function FindProxyForURL(url, host) { if (host == 'bad.test') throw 1; return 'DIRECT'; }");
    QVERIFY(!ask(process, u"http://bad.test/"_s));
    QVERIFY(!process.failure());
    QCOMPARE(ask(process).value_or(QString()), u"DIRECT"_s);
}

void TestPacProcess::aFailureStandsUntilAnotherScript()
{
    PacProcess process(setup(300ms));
    process.load("function FindProxyForURL() { for (;;) { } }");
    QCOMPARE(ask(process).error().kind, Kind::ScriptTimedOut);
    QVERIFY(process.failure());
    QCOMPARE(ask(process).error().kind, Kind::ScriptTimedOut);

    PacProcess patient(setup());
    patient.load("not a script");
    QCOMPARE(ask(patient).error().kind, Kind::ScriptInvalid);
    patient.load(returning("'DIRECT'"));
    QCOMPARE(ask(patient).value_or(QString()), u"DIRECT"_s);
}

void TestPacProcess::aMissingProgramIsTold()
{
    PacProcess process({.program = u"/nonexistent/sockeye-pac"_s});
    process.load(returning("'DIRECT'"));
    const auto answer = ask(process);
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().kind, Kind::ScriptNotRun);
    QCOMPARE(answer.error().detail, u"/nonexistent/sockeye-pac"_s);
}

void TestPacProcess::mayBeDeletedByAReceiver()
{
    auto process = std::make_unique<PacProcess>(setup());
    process->load(returning("'DIRECT'"));
    int answers = 0;
    for (int i = 0; i < 2; ++i) {
        process->ask(QUrl(u"http://a.test"_s), [&](const PacProcess::Answer &) {
            ++answers;
            process.reset();
        });
    }
    QTRY_COMPARE(answers, 1);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!process);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestPacProcess)

#include "tst_pacprocess.moc"
