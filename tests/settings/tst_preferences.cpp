// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/preferences.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

class TestPreferences final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void preferencesComeBack_data();
    void preferencesComeBack();
    void whatIsNotWrittenIsTheDefault();
    void unknownKeysAreNoError();
    void brokenPreferencesAreRefused_data();
    void brokenPreferencesAreRefused();
    void windowStateComesBack();
    void brokenWindowStateIsRefused_data();
    void brokenWindowStateIsRefused();
};

namespace {

using Kind = JsonError::Kind;

// QTest stores rows of its own types only; a row's error travels as three columns.
void addErrorColumns()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
}

void errorRow(
    const char *name, const QByteArray &json, Kind kind, const QString &path, const QString &expected)
{
    QTest::newRow(name) << json << static_cast<int>(kind) << path << expected;
}

void compareError(const JsonError &error)
{
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(error.kind), kind);
    QTEST(error.path, "path");
    QFETCH(QString, expected);
    if (!expected.isEmpty())
        QCOMPARE(error.expected, expected);
}

void addVersionRows()
{
    errorRow("empty file", "", Kind::Syntax, {}, {});
    errorRow("partial file", R"({"version": 1, "the)", Kind::Syntax, {}, {});
    errorRow("not JSON", "\x01\x02\xff", Kind::Syntax, {}, {});
    errorRow("a list", "[]", Kind::NotAnObject, {}, {});
    errorRow("no version", "{}", Kind::Missing, u"version"_s, {});
    errorRow("newer version", R"({"version": 2})", Kind::NewerVersion, u"version"_s, u"1"_s);
    errorRow("a newer version explains what else is odd", R"({"version": 2, "theme": 5, "page": 5})",
        Kind::NewerVersion, u"version"_s, u"1"_s);
    errorRow("version nought", R"({"version": 0})", Kind::BadValue, u"version"_s, u"1"_s);
    errorRow("version in words", R"({"version": "one"})", Kind::WrongType, u"version"_s, {});
}

} // namespace

void TestPreferences::preferencesComeBack_data()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("zone");
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("switches");
    using Theme = Preferences::Theme;
    using Zone = Preferences::TimeZone;
    const auto row = [](const char *name, Theme theme, Zone zone, const QString &language, int switches) {
        QTest::newRow(name) << static_cast<int>(theme) << static_cast<int>(zone) << language << switches;
    };
    row("system theme, all off", Theme::System, Zone::Local, {}, 0b0000);
    row("light, all on", Theme::Light, Zone::Utc, u"en"_s, 0b1111);
    row("dark, notifications only", Theme::Dark, Zone::Utc, u"zh_CN"_s, 0b0001);
    row("warnings only", Theme::Dark, Zone::Local, {}, 0b0010);
    row("resolved only", Theme::Dark, Zone::Local, {}, 0b0100);
    row("explained only", Theme::Dark, Zone::Local, {}, 0b1000);
}

void TestPreferences::preferencesComeBack()
{
    QFETCH(int, theme);
    QFETCH(int, zone);
    QFETCH(QString, language);
    QFETCH(int, switches);
    const Preferences given{
        .theme = static_cast<Preferences::Theme>(theme),
        .language = language,
        .timeZone = static_cast<Preferences::TimeZone>(zone),
        .notificationsEnabled = (switches & 1) != 0,
        .notifyWarnings = (switches & 2) != 0,
        .notifyResolved = (switches & 4) != 0,
        .explainedTray = (switches & 8) != 0,
    };
    const auto parsed = parsePreferences(serializePreferences(given));
    QVERIFY(parsed.has_value());
    QCOMPARE(*parsed, given);
}

void TestPreferences::whatIsNotWrittenIsTheDefault()
{
    const auto parsed = parsePreferences(R"({"version": 1})");
    QVERIFY(parsed.has_value());
    QCOMPARE(*parsed, Preferences{});
}

void TestPreferences::unknownKeysAreNoError()
{
    const auto parsed = parsePreferences(R"({"version": 1, "theme": "dark", "plugin": {"x": 1}})");
    QVERIFY(parsed.has_value());
    QCOMPARE(parsed->theme, Preferences::Theme::Dark);
}

void TestPreferences::brokenPreferencesAreRefused_data()
{
    addErrorColumns();
    addVersionRows();
    errorRow("unknown theme", R"({"version": 1, "theme": "pink"})", Kind::BadValue, u"theme"_s,
        u"system, light, dark"_s);
    errorRow("unknown zone", R"({"version": 1, "timeZone": "mars"})", Kind::BadValue, u"timeZone"_s,
        u"local, utc"_s);
    errorRow("theme as a number", R"({"version": 1, "theme": 1})", Kind::WrongType, u"theme"_s, {});
    errorRow("switch in words", R"({"version": 1, "notifyWarnings": "yes"})", Kind::WrongType,
        u"notifyWarnings"_s, u"true or false"_s);
    errorRow("language as a list", R"({"version": 1, "language": []})", Kind::WrongType, u"language"_s, {});
}

void TestPreferences::brokenPreferencesAreRefused()
{
    QFETCH(QByteArray, json);
    const auto parsed = parsePreferences(json);
    QVERIFY(!parsed.has_value());
    compareError(parsed.error());
}

void TestPreferences::windowStateComesBack()
{
    const WindowState given{
        QByteArray("\0\x01\xff geometry", 12), QByteArray("\xfe\0", 2), u"alerts"_s, u"id"_s};
    const auto parsed = parseWindowState(serializeWindowState(given));
    QVERIFY(parsed.has_value());
    QCOMPARE(*parsed, given);
    const auto empty = parseWindowState(serializeWindowState({}));
    QVERIFY(empty.has_value());
    QCOMPARE(*empty, WindowState{});
}

void TestPreferences::brokenWindowStateIsRefused_data()
{
    addErrorColumns();
    addVersionRows();
    errorRow(
        "no base64", R"({"version": 1, "geometry": "a b!"})", Kind::BadValue, u"geometry"_s, u"base64"_s);
    errorRow("no Latin letters", R"({"version": 1, "splitter": "规则"})", Kind::BadValue, u"splitter"_s,
        u"base64"_s);
    errorRow("page as a number", R"({"version": 1, "page": 3})", Kind::WrongType, u"page"_s, {});
}

void TestPreferences::brokenWindowStateIsRefused()
{
    QFETCH(QByteArray, json);
    const auto parsed = parseWindowState(json);
    QVERIFY(!parsed.has_value());
    compareError(parsed.error());
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestPreferences)
#include "tst_preferences.moc"
