// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerting/builtinrules.h"
#include "core/catalogue/metricprofile.h"
#include "core/dashboard/dashboard.h"

#include "resources/resources.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

//! What is shipped fits together: profiles, rules and the Overview name each other's things.
class ResourcesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void profilesAreNamedByTheirFiles();
    void profilesHaveActiveConnectionsAndTheTarget();
    void demoExportsEveryRole();
    void overviewShowsKnownRoles();
    void overviewHasThePanelsAsDesigned();
    void overviewDrawsBuiltinRules();
    void everyBuiltinRuleLeadsToAPanel();
    void everyBuiltinRuleCanBeEvaluatedForTheDemo();
    void iconsAreWellFormed_data();
    void iconsAreWellFormed();
    void desktopFilesAgreeOnTheId();

private:
    std::vector<MetricProfile> m_profiles;
    Dashboard m_overview;
};

void ResourcesTest::initTestCase()
{
    initResources();
    const auto profiles = loadProfiles(u":/sockeye/profiles"_s);
    QVERIFY2(profiles, qUtf8Printable(profiles ? QString() : profiles.error().file));
    m_profiles = *profiles;
    QVERIFY(!m_profiles.empty());
    const auto overview = parseDashboard(contentOf(u":/sockeye/dashboards/overview.json"_s));
    QVERIFY2(overview, qUtf8Printable(overview ? QString() : overview.error().path));
    m_overview = *overview;
}

void ResourcesTest::profilesAreNamedByTheirFiles()
{
    QStringList ids;
    for (const MetricProfile &profile : m_profiles)
        ids.append(profile.id + u".json");
    QCOMPARE(ids, QDir(u":/sockeye/profiles"_s).entryList({u"*.json"_s}, QDir::Files, QDir::Name));
}

void ResourcesTest::profilesHaveActiveConnectionsAndTheTarget()
{
    for (const MetricProfile &profile : m_profiles) {
        QVERIFY2(profile.expressions.contains(Role::ActiveConnections), qUtf8Printable(profile.id));
        QVERIFY2(profile.expressions.contains(Role::TargetUp), qUtf8Printable(profile.id));
    }
}

void ResourcesTest::demoExportsEveryRole()
{
    const auto demo = std::find_if(m_profiles.begin(), m_profiles.end(),
        [](const MetricProfile &profile) { return profile.id == "demo"_L1; });
    QVERIFY(demo != m_profiles.end());
    for (int i = 0; i <= static_cast<int>(Role::TargetUp); ++i) {
        const auto role = static_cast<Role>(i);
        QVERIFY2(demo->expressions.contains(role), qUtf8Printable(roleName(role)));
    }
}

void ResourcesTest::overviewShowsKnownRoles()
{
    for (const PanelSpec &panel : m_overview.panels) {
        QVERIFY2(!panel.layers.empty(), qUtf8Printable(panel.key));
        for (const PanelLayer &layer : panel.layers) {
            const auto *binding = std::get_if<RoleBinding>(&layer.binding);
            QVERIFY2(!binding || roleFromName(binding->role), qUtf8Printable(panel.key));
        }
    }
}

void ResourcesTest::overviewHasThePanelsAsDesigned()
{
    QStringList keys;
    for (const PanelSpec &panel : m_overview.panels)
        keys.append(panel.key);
    QCOMPARE(keys.join(u' '),
        u"tile-connections tile-messages tile-latency tile-rtt connections latency closes resources probes"_s);
    for (const PanelSpec &panel : m_overview.panels) {
        const bool isTile = panel.kind == PanelSpec::Kind::Tile;
        QCOMPARE(isTile, panel.key.startsWith("tile-"_L1));
        QVERIFY(!isTile || panel.layers.size() == 1);
        QVERIFY(!panel.title.isEmpty());
    }
}

void ResourcesTest::overviewDrawsBuiltinRules()
{
    QSet<QString> keys;
    for (const AlertRule &rule : builtinRules(RuleTiming::usual()))
        keys.insert(rule.key);
    QSet<QString> drawn;
    for (const PanelSpec &panel : m_overview.panels)
        drawn.unite(QSet<QString>(panel.ruleKeys.begin(), panel.ruleKeys.end()));
    QVERIFY(!drawn.isEmpty());
    QVERIFY2((drawn - keys).isEmpty(), qUtf8Printable((drawn - keys).values().join(u' ')));
}

void ResourcesTest::everyBuiltinRuleLeadsToAPanel()
{
    for (const AlertRule &rule : builtinRules(RuleTiming::usual())) {
        const bool found = std::any_of(m_overview.panels.begin(), m_overview.panels.end(),
            [&](const PanelSpec &panel) { return panel.key == rule.panel; });
        QVERIFY2(found, qUtf8Printable(rule.key));
    }
}

void ResourcesTest::everyBuiltinRuleCanBeEvaluatedForTheDemo()
{
    const auto demo = std::find_if(m_profiles.begin(), m_profiles.end(),
        [](const MetricProfile &profile) { return profile.id == "demo"_L1; });
    QVERIFY(demo != m_profiles.end());
    for (const AlertRule &rule : builtinRules(RuleTiming::demo())) {
        if (rule.condition.source != AlertCondition::Source::Query)
            continue;
        const auto expression = expandExpression(rule.condition.expression, *demo, {}, rule.window);
        QVERIFY2(expression, qUtf8Printable(rule.key));
    }
}

void ResourcesTest::iconsAreWellFormed_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"overview", "probes", "alerts", "settings", "org.sockeye.Sockeye"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void ResourcesTest::iconsAreWellFormed()
{
    QFETCH(QString, name);
    QXmlStreamReader xml(contentOf(u":/sockeye/icons/%1.svg"_s.arg(name)));
    QVERIFY(xml.readNextStartElement());
    QCOMPARE(xml.name(), u"svg"_s);
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qUtf8Printable(xml.errorString()));
}

void ResourcesTest::desktopFilesAgreeOnTheId()
{
    const QDir folder(qEnvironmentVariable("SOCKEYE_SOURCE_DIR") + u"/resources");
    const QByteArray desktop = contentOf(folder.filePath(u"org.sockeye.Sockeye.desktop"_s));
    QVERIFY(desktop.contains("\nIcon=org.sockeye.Sockeye\n"));
    QVERIFY(desktop.contains("\nComment[zh_CN]="));
    const QByteArray metainfo = contentOf(folder.filePath(u"org.sockeye.Sockeye.metainfo.xml"_s));
    QVERIFY(metainfo.contains("<id>org.sockeye.Sockeye</id>"));
    QVERIFY(metainfo.contains("<launchable type=\"desktop-id\">org.sockeye.Sockeye.desktop</launchable>"));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::ResourcesTest)
#include "tst_resources.moc"
