// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dashboard/dashboard.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

class DashboardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survivesJson();
    void readsLeastDocument();
    void refusesBadDocument_data();
    void refusesBadDocument();
};

void DashboardTest::survivesJson()
{
    using Style = PanelLayer::Style;
    using Axis = PanelLayer::Axis;
    const Dashboard dashboard{u"mine"_s, u"我的 \"page\""_s,
        {
            {u"a"_s, PanelSpec::Kind::TimeSeries, u"connections"_s,
                {
                    {RoleBinding{u"active"_s}, u"connections"_s, {}, Unit::Count, Style::Area, Axis::Left},
                    {QueryBinding{u"sum by (code) (x{a=\"b\"})"_s}, {}, u"{{code}}"_s, Unit::PerSecond,
                        Style::StackedBars, Axis::Right},
                },
                {u"cpu"_s, u"memory"_s}},
            {u"b"_s, PanelSpec::Kind::Tile, u"rtt"_s,
                {{ProbeBinding{u"rtt"_s}, u"rtt"_s, {}, Unit::Seconds, Style::Line, Axis::Left}}, {}},
            {u"c"_s, PanelSpec::Kind::StateTimeline, u"probes"_s,
                {{LaneBinding{}, u"probes"_s, {}, Unit::None, Style::Line, Axis::Left}}, {}},
        }};
    const auto read = parseDashboard(serializeDashboard(dashboard));
    QVERIFY(read);
    QCOMPARE(*read, dashboard);
}

void DashboardTest::readsLeastDocument()
{
    const auto read =
        parseDashboard(R"({"version": 1, "id": "x", "panels": [{"key": "a", "layers": [{"role": "up"}]}]})");
    QVERIFY(read);
    PanelLayer layer;
    layer.binding = RoleBinding{u"up"_s};
    const Dashboard expected{u"x"_s, {}, {{u"a"_s, PanelSpec::Kind::TimeSeries, {}, {layer}, {}}}};
    QCOMPARE(*read, expected);
}

void DashboardTest::refusesBadDocument_data()
{
    using Kind = JsonError::Kind;
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("path");

    const auto row = [](const char *name, const QByteArray &json, Kind kind, const QString &path) {
        QTest::newRow(name) << json << kind << path;
    };
    const auto panel = [](const QByteArray &json) -> QByteArray {
        return R"({"version": 1, "id": "x", "panels": [)" + json + "]}";
    };
    const auto layer = [&](const QByteArray &json) {
        return panel(R"({"key": "a", "layers": [)" + json + "]}");
    };
    row("no JSON", "", Kind::Syntax, {});
    row("no object", "[]", Kind::NotAnObject, {});
    row("no version", R"({"id": "x"})", Kind::Missing, u"version"_s);
    row("newer version", R"({"version": 2, "id": "x"})", Kind::NewerVersion, u"version"_s);
    row("version of a wrong type", R"({"version": "1", "id": "x"})", Kind::WrongType, u"version"_s);
    row("no id", R"({"version": 1})", Kind::Missing, u"id"_s);
    row("panels that are no list", R"({"version": 1, "id": "x", "panels": {}})", Kind::WrongType,
        u"panels"_s);
    row("panel without key", panel("{}"), Kind::Missing, u"panels[0].key"_s);
    row("panel with an empty key", panel(R"({"key": ""})"), Kind::BadValue, u"panels[0].key"_s);
    row("unknown kind", panel(R"({"key": "a", "kind": "pie"})"), Kind::BadValue, u"panels[0].kind"_s);
    row("two panels of one key", panel(R"({"key": "a"}, {"key": "a"})"), Kind::BadValue, u"panels[1].key"_s);
    row("layer without source", layer("{}"), Kind::Missing, u"panels[0].layers[0].query"_s);
    row("layer with two sources", layer(R"({"role": "up", "query": "up"})"), Kind::BadValue,
        u"panels[0].layers[0].query"_s);
    row("empty query", layer(R"({"query": ""})"), Kind::BadValue, u"panels[0].layers[0].query"_s);
    row("lanes that are none", layer(R"({"lanes": false})"), Kind::BadValue, u"panels[0].layers[0].lanes"_s);
    row("unknown unit", layer(R"({"role": "up", "unit": "furlongs"})"), Kind::BadValue,
        u"panels[0].layers[0].unit"_s);
    row("unknown style", layer(R"({"role": "up", "style": "3d"})"), Kind::BadValue,
        u"panels[0].layers[0].style"_s);
    row("unknown axis", layer(R"({"role": "up", "axis": "top"})"), Kind::BadValue,
        u"panels[0].layers[0].axis"_s);
}

void DashboardTest::refusesBadDocument()
{
    QFETCH(QByteArray, json);
    const auto dashboard = parseDashboard(json);
    QVERIFY(!dashboard);
    QTEST(dashboard.error().kind, "kind");
    QTEST(dashboard.error().path, "path");
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::DashboardTest)
#include "tst_dashboard.moc"
