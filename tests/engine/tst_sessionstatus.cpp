// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/sessionstatus.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

ServiceStatus service(const QString &name, Health health, bool hasMetrics = true)
{
    ServiceStatus status;
    status.name = name;
    status.health = health;
    status.hasMetrics = hasMetrics;
    return status;
}

} // namespace

class TestSessionStatus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void servicesAreSortedWorstFirst_data();
    void servicesAreSortedWorstFirst();
};

void TestSessionStatus::servicesAreSortedWorstFirst_data()
{
    QTest::addColumn<std::vector<ServiceStatus>>("services");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("by name among equals") << std::vector{service(u"b"_s, Health::Well),
        service(u"a"_s, Health::Well)} << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("the worse before the better") << std::vector{service(u"a"_s, Health::Well),
        service(u"b"_s, Health::Warning), service(u"c"_s, Health::Critical)}
                                                 << QStringList{u"c"_s, u"b"_s, u"a"_s};
    QTest::newRow("metrics before probes alone") << std::vector{service(u"a"_s, Health::Well, false),
        service(u"b"_s, Health::Well)} << QStringList{u"b"_s, u"a"_s};
    QTest::newRow("worse probes alone before metrics") << std::vector{service(u"b"_s, Health::Well),
        service(u"a"_s, Health::Warning, false)} << QStringList{u"a"_s, u"b"_s};
}

void TestSessionStatus::servicesAreSortedWorstFirst()
{
    QFETCH(std::vector<ServiceStatus>, services);
    sortWorstFirst(services);
    QStringList sorted;
    for (const ServiceStatus &one : services)
        sorted.append(one.name);
    QTEST(sorted, "names");
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestSessionStatus)

#include "tst_sessionstatus.moc"
