// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalogue/metricprofile.h"

#include <QTest>

namespace sockeye {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class ResolutionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fillsPlaceholders_data();
    void fillsPlaceholders();
    void prefersTheUsersExpression();
    void givesNothingForRoleThatIsNotExported();
    void expandsRuleExpressions_data();
    void expandsRuleExpressions();
    void givesUnresolvedRoleBack_data();
    void givesUnresolvedRoleBack();
    void writesDurations_data();
    void writesDurations();
};

void ResolutionTest::fillsPlaceholders_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("matchers");
    QTest::addColumn<QString>("expected");

    const QString job = u"job=\"api\""_s;
    QTest::newRow("prefix") << u"{p}_clients"_s << QString() << u"app_clients"_s;
    QTest::newRow("prefix twice") << u"{p}_a / {p}_b"_s << QString() << u"app_a / app_b"_s;
    QTest::newRow("rate window") << u"rate(m[$w])"_s << QString() << u"rate(m[1m])"_s;
    QTest::newRow("matchers") << u"up{$sel}"_s << job << u"up{job=\"api\"}"_s;
    QTest::newRow("matchers after another") << u"up{a=\"b\",$sel}"_s << job << u"up{a=\"b\",job=\"api\"}"_s;
    QTest::newRow("matchers before another")
        << u"up{$sel, a=\"b\"}"_s << job << u"up{job=\"api\", a=\"b\"}"_s;
    QTest::newRow("no matchers") << u"up{$sel}"_s << QString() << u"up{}"_s;
    QTest::newRow("no matchers after another") << u"up{a=\"b\", $sel}"_s << QString() << u"up{a=\"b\"}"_s;
    QTest::newRow("no matchers before another") << u"up{$sel,a=\"b\"}"_s << QString() << u"up{a=\"b\"}"_s;
    QTest::newRow("no matchers between two")
        << u"up{a=\"b\",$sel,c=\"d\"}"_s << QString() << u"up{a=\"b\",c=\"d\"}"_s;
    QTest::newRow("two matchers") << u"up{$sel}"_s << u"job=\"api\",zone=\"a\""_s
                                  << u"up{job=\"api\",zone=\"a\"}"_s;
    QTest::newRow("commas around the matchers")
        << u"up{a=\"b\",$sel}"_s << u" ,job=\"api\", "_s << u"up{a=\"b\",job=\"api\"}"_s;
    QTest::newRow("only a comma") << u"up{a=\"b\",$sel}"_s << u","_s << u"up{a=\"b\"}"_s;
    QTest::newRow("what was put in is not looked at again")
        << u"up{$sel}"_s << u"job=\"$w {p}\""_s << u"up{job=\"$w {p}\"}"_s;
    QTest::newRow("longer words are no placeholders")
        << u"$selected $window $1"_s << job << u"$selected $window $1"_s;
}

void ResolutionTest::fillsPlaceholders()
{
    QFETCH(QString, expression);
    QFETCH(QString, matchers);
    MetricProfile profile;
    profile.expressions = {{Role::TargetUp, expression}};
    RoleContext context;
    context.prefix = u"app"_s;
    context.matchers = matchers;
    const std::optional<QString> result = resolveRole(profile, Role::TargetUp, context);
    QVERIFY(result);
    QTEST(*result, "expected");
}

void ResolutionTest::prefersTheUsersExpression()
{
    MetricProfile profile;
    profile.expressions = {{Role::TargetUp, u"up{$sel}"_s}};
    RoleContext context;
    context.matchers = u"job=\"api\""_s;
    context.rateWindow = 20s;
    context.overrides = {{Role::TargetUp, u"mine{$sel}"_s}, {Role::Errors, u"rate(e{$sel}[$w])"_s}};
    QCOMPARE(resolveRole(profile, Role::TargetUp, context), u"mine{job=\"api\"}"_s);
    QCOMPARE(resolveRole(profile, Role::Errors, context), u"rate(e{job=\"api\"}[20s])"_s);
}

void ResolutionTest::givesNothingForRoleThatIsNotExported()
{
    QVERIFY(!resolveRole({}, Role::TargetUp, {}));
}

void ResolutionTest::expandsRuleExpressions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<std::chrono::milliseconds>("window");
    QTest::addColumn<QString>("expected");

    const std::chrono::milliseconds usual = 5min;
    const std::chrono::milliseconds demo = 1min;
    const std::chrono::milliseconds tiny = 5s;
    QTest::newRow("no placeholder") << u"vector(1)"_s << usual << u"vector(1)"_s;
    QTest::newRow("role, in parentheses") << u"${up} * 2"_s << usual << u"(min(up{job=\"api\"})) * 2"_s;
    QTest::newRow("window") << u"x[${window}]"_s << usual << u"x[5m]"_s;
    QTest::newRow("resolution of the usual window") << u"${resolution}"_s << usual << u"15s"_s;
    QTest::newRow("resolution of the demo's window") << u"${resolution}"_s << demo << u"3s"_s;
    QTest::newRow("resolution is never under a second") << u"${resolution}"_s << tiny << u"1s"_s;
    QTest::newRow("two roles") << u"${up}/${up}"_s << usual
                               << u"(min(up{job=\"api\"}))/(min(up{job=\"api\"}))"_s;
}

void ResolutionTest::expandsRuleExpressions()
{
    QFETCH(QString, expression);
    QFETCH(std::chrono::milliseconds, window);
    MetricProfile profile;
    profile.expressions = {{Role::TargetUp, u"min(up{$sel})"_s}};
    RoleContext context;
    context.matchers = u"job=\"api\""_s;
    const auto result = expandExpression(expression, profile, context, window);
    QVERIFY(result);
    QTEST(*result, "expected");
}

void ResolutionTest::givesUnresolvedRoleBack_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("error");

    QTest::newRow("not exported") << u"${cpu} > ${memory}"_s << u"cpu"_s;
    QTest::newRow("no role") << u"${colour}"_s << u"colour"_s;
    QTest::newRow("no name") << u"${}"_s << u""_s;
    QTest::newRow("never closed") << u"1 + ${up"_s << u"up"_s;
}

void ResolutionTest::givesUnresolvedRoleBack()
{
    QFETCH(QString, expression);
    const auto result = expandExpression(expression, {}, {}, 1min);
    QVERIFY(!result);
    QTEST(result.error(), "error");
}

void ResolutionTest::writesDurations_data()
{
    QTest::addColumn<std::chrono::milliseconds>("duration");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *text, std::chrono::milliseconds duration) {
        QTest::newRow(text) << duration << QString::fromLatin1(text);
    };
    row("0s", 0ms);
    row("1ms", 1ms);
    row("1500ms", 1500ms);
    row("15s", 15s);
    row("90s", 90s);
    row("5m", 5min);
    row("1h", 1h);
    row("25h", 25h);
}

void ResolutionTest::writesDurations()
{
    QFETCH(std::chrono::milliseconds, duration);
    QTEST(promDuration(duration), "expected");
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::ResolutionTest)
#include "tst_resolution.moc"
