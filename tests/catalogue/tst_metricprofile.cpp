// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalogue/metricprofile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace sockeye {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class MetricProfileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roleNamesGoBothWays();
    void readsProfile();
    void refusesBadProfile_data();
    void refusesBadProfile();
    void loadsFolderByName();
    void namesTheFileThatIsWrong();
    void takesEmptyFolderForNoProfiles();
};

namespace {

constexpr auto smallProfile = R"({"version": 1, "id": "x", "name": "X", "detect": "^x$"})";

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

void MetricProfileTest::roleNamesGoBothWays()
{
    QStringList names;
    for (int i = 0; i <= static_cast<int>(Role::TargetUp); ++i) {
        const QString name = roleName(static_cast<Role>(i));
        QCOMPARE(roleFromName(name), static_cast<Role>(i));
        names.append(name);
    }
    QCOMPARE(names.join(u' '),
        u"active opened closes messages_in messages_out bytes_in bytes_out latency_p50 latency_p95 "
        u"latency_p99"
        " error_rate errors cpu memory memory_ratio up"_s);
    QVERIFY(!roleFromName(u"Active"_s));
    QVERIFY(!roleFromName({}));
}

void MetricProfileTest::readsProfile()
{
    const auto profile = parseProfile(R"json({
        "version": 1, "id": "x", "name": "X", "note": "for readers", "detect": "^(?P<p>.+)_clients$",
        "companions": ["{p}_nodes"], "types": {"{p}_clients": "gauge"}, "priority": 7,
        "expressions": {"active": "sum({p}_clients{$sel})", "up": "up{$sel}"}})json");
    QVERIFY(profile);
    MetricProfile expected;
    expected.id = u"x"_s;
    expected.name = u"X"_s;
    expected.detect = u"^(?P<p>.+)_clients$"_s;
    expected.companions = {u"{p}_nodes"_s};
    expected.types = {{u"{p}_clients"_s, u"gauge"_s}};
    expected.priority = 7;
    expected.expressions = {
        {Role::ActiveConnections, u"sum({p}_clients{$sel})"_s}, {Role::TargetUp, u"up{$sel}"_s}};
    QCOMPARE(*profile, expected);
}

void MetricProfileTest::refusesBadProfile_data()
{
    using Kind = JsonError::Kind;
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("path");

    const auto row = [](const char *name, const QByteArray &json, Kind kind, const QString &path) {
        QTest::newRow(name) << json << kind << path;
    };
    row("no JSON", "{", Kind::Syntax, {});
    row("no object", "[]", Kind::NotAnObject, {});
    row("no version", R"({"id": "x", "name": "X", "detect": "x"})", Kind::Missing, u"version"_s);
    row("newer version", R"({"version": 2, "id": "x", "name": "X", "detect": "x"})", Kind::NewerVersion,
        u"version"_s);
    row("no version at all", R"({"version": 0, "id": "x", "name": "X", "detect": "x"})", Kind::BadValue,
        u"version"_s);
    row("no detect", R"({"version": 1, "id": "x", "name": "X"})", Kind::Missing, u"detect"_s);
    row("empty detect", R"({"version": 1, "id": "x", "name": "X", "detect": ""})", Kind::BadValue,
        u"detect"_s);
    row("broken detect", R"({"version": 1, "id": "x", "name": "X", "detect": "("})", Kind::BadValue,
        u"detect"_s);
    row("unknown role",
        R"({"version": 1, "id": "x", "name": "X", "detect": "x", "expressions": {"rtt": "x"}})",
        Kind::BadValue, u"expressions"_s);
    row("expression that is no text",
        R"({"version": 1, "id": "x", "name": "X", "detect": "x", "expressions": {"up": 1}})", Kind::WrongType,
        u"expressions"_s);
}

void MetricProfileTest::refusesBadProfile()
{
    QFETCH(QByteArray, json);
    const auto profile = parseProfile(json);
    QVERIFY(!profile);
    QTEST(profile.error().kind, "kind");
    QTEST(profile.error().path, "path");
}

void MetricProfileTest::loadsFolderByName()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"b.json"_s), R"({"version": 1, "id": "b", "name": "B", "detect": "b"})");
    write(folder.filePath(u"a.json"_s), R"({"version": 1, "id": "a", "name": "A", "detect": "a"})");
    write(folder.filePath(u"readme.txt"_s), "not one of them");
    const auto profiles = loadProfiles(folder.path());
    QVERIFY(profiles);
    QCOMPARE(profiles->size(), std::size_t{2});
    QCOMPARE(profiles->at(0).id, u"a"_s);
    QCOMPARE(profiles->at(1).id, u"b"_s);
}

void MetricProfileTest::namesTheFileThatIsWrong()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"a.json"_s), smallProfile);
    write(folder.filePath(u"b.json"_s), "{");
    const auto profiles = loadProfiles(folder.path());
    QVERIFY(!profiles);
    QCOMPARE(profiles.error().file, folder.filePath(u"b.json"_s));
    QCOMPARE(profiles.error().error.kind, JsonError::Kind::Syntax);
}

void MetricProfileTest::takesEmptyFolderForNoProfiles()
{
    const QTemporaryDir folder;
    const auto profiles = loadProfiles(folder.path());
    QVERIFY(profiles);
    QVERIFY(profiles->empty());
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::MetricProfileTest)
#include "tst_metricprofile.moc"
