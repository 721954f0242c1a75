// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commandline.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestCommandLine final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutArgumentsTheDefaultWorkspaceOpens();
    void everyOptionIsRead();
    void theLeastOfEachNumberIsTaken();
    void aBadWordIsNamedWithWhatWasExpected_data();
    void aBadWordIsNamedWithWhatWasExpected();
    void helpNamesEachOption();
    void theVersionIsPrinted();
    void otherArgumentsAskForAWindow();
};

void TestCommandLine::withoutArgumentsTheDefaultWorkspaceOpens()
{
    const auto line = CommandLine::parse({});
    QVERIFY(line.has_value());
    QCOMPARE(line->workspace, u"default"_s);
    QVERIFY(!line->demo);
    QVERIFY(line->screenshot.isEmpty());
    QVERIFY(line->page.isEmpty());
    QVERIFY(line->theme.isEmpty());
    QVERIFY(line->language.isEmpty());
    QVERIFY(!line->size);
    QCOMPARE(line->after, 10s);
    QCOMPARE(line->demoClients, 200);
}

void TestCommandLine::everyOptionIsRead()
{
    const auto line = CommandLine::parse({u"--workspace"_s, u"shop-2_eu"_s, u"--demo"_s, u"--demo-clients"_s,
        u"40"_s, u"--screenshot"_s, u"out.png"_s, u"--after=60"_s, u"--page"_s, u"alerts"_s, u"--theme"_s,
        u"dark"_s, u"--language"_s, u"zh_CN"_s, u"--size"_s, u"1280x800"_s});
    QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error()));
    QCOMPARE(line->workspace, u"shop-2_eu"_s);
    QVERIFY(line->demo);
    QCOMPARE(line->demoClients, 40);
    QCOMPARE(line->screenshot, u"out.png"_s);
    QCOMPARE(line->after, 60s);
    QCOMPARE(line->page, u"alerts"_s);
    QCOMPARE(line->theme, u"dark"_s);
    QCOMPARE(line->language, u"zh_CN"_s);
    QCOMPARE(line->size, std::optional(QSize(1280, 800)));
}

void TestCommandLine::theLeastOfEachNumberIsTaken()
{
    const auto line = CommandLine::parse({u"--after"_s, u"0"_s, u"--demo-clients"_s, u"1"_s});
    QVERIFY(line.has_value());
    QCOMPARE(line->after, 0s);
    QCOMPARE(line->demoClients, 1);
}

void TestCommandLine::aBadWordIsNamedWithWhatWasExpected_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence");

    const auto row = [](const char *name, const QStringList &arguments, const QString &sentence) {
        QTest::newRow(name) << arguments << sentence;
    };
    const QString workspace = u"--workspace %1: expected letters, digits, - and _."_s;
    row("an unknown option", {u"--fast"_s}, u"Unknown option 'fast'."_s);
    row("an option without its value", {u"--page"_s}, u"Missing value after '--page'."_s);
    row("a word that is no option", {u"demo"_s}, u"demo: not an option. See --help."_s);
    row("seconds that are no number", {u"--after"_s, u"soon"_s},
        u"--after soon: expected a whole number of at least 0."_s);
    row("negative seconds", {u"--after=-1"_s}, u"--after -1: expected a whole number of at least 0."_s);
    row("seconds beyond any number", {u"--after"_s, u"99999999999"_s},
        u"--after 99999999999: expected a whole number of at least 0."_s);
    row("no clients", {u"--demo-clients"_s, u"0"_s},
        u"--demo-clients 0: expected a whole number of at least 1."_s);
    row("half a client", {u"--demo-clients"_s, u"0.5"_s},
        u"--demo-clients 0.5: expected a whole number of at least 1."_s);
    row("an unknown page", {u"--page"_s, u"settings"_s},
        u"--page settings: expected one of overview, probes, alerts, connections."_s);
    row("an unknown theme", {u"--theme"_s, u"blue"_s}, u"--theme blue: expected one of light, dark."_s);
    row("a size of one number", {u"--size"_s, u"1280"_s},
        u"--size 1280: expected a size such as 1280x800."_s);
    row("a size with words behind it", {u"--size"_s, u"1280x800px"_s},
        u"--size 1280x800px: expected a size such as 1280x800."_s);
    row("a size with a line break behind it", {u"--size"_s, u"1280x800\n"_s},
        u"--size 1280x800\n: expected a size such as 1280x800."_s);
    row("a size too small for any window", {u"--size"_s, u"10x10"_s},
        u"--size 10x10: expected a size such as 1280x800."_s);
    row("a picture without a name", {u"--screenshot"_s, u""_s}, u"--screenshot: expected a file."_s);
    row("a workspace without a name", {u"--workspace"_s, u""_s}, workspace.arg(u""_s));
    row("a workspace that leads out of its folder", {u"--workspace"_s, u"../x"_s}, workspace.arg(u"../x"_s));
    row("a workspace with a line break", {u"--workspace"_s, u"shop\n"_s}, workspace.arg(u"shop\n"_s));
    row("a workspace with a name too long for a file", {u"--workspace"_s, QString(65, u'a')},
        workspace.arg(QString(65, u'a')));
}

void TestCommandLine::aBadWordIsNamedWithWhatWasExpected()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, sentence);
    const auto line = CommandLine::parse(arguments);
    QVERIFY(!line.has_value());
    QCOMPARE(line.error(), sentence);
}

void TestCommandLine::helpNamesEachOption()
{
    const auto help = answerWithoutWindow({u"--help"_s});
    QVERIFY(help.has_value());
    for (const auto &option : {"--workspace", "--demo", "--demo-clients", "--screenshot", "--after", "--page",
             "--theme", "--language", "--size", "--help", "--version"})
        QVERIFY2(help->contains(QLatin1StringView(option)), option);
}

void TestCommandLine::theVersionIsPrinted()
{
    const auto version = answerWithoutWindow({u"--version"_s});
    QVERIFY(version.has_value());
    QCOMPARE(*version, u"sockeye " SOCKEYE_VERSION "\n"_s);
}

void TestCommandLine::otherArgumentsAskForAWindow()
{
    QVERIFY(!answerWithoutWindow({}));
    QVERIFY(!answerWithoutWindow({u"--demo"_s}));
    // A mistake is told by parse(), not hidden behind a help nobody asked for.
    QVERIFY(!answerWithoutWindow({u"--fast"_s}));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestCommandLine)
#include "tst_commandline.moc"
