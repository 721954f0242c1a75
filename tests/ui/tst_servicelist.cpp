// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dashboard/servicelist.h"
#include "ui/text/formatting.h"
#include "ui/text/statuswords.h"
#include "ui/theme/theme.h"

#include <QSignalSpy>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

ServiceStatus service(const QString &name, Health health)
{
    ServiceStatus status;
    status.id = ServiceId{name};
    status.name = name;
    status.health = health;
    status.blind = BlindCause::None;
    return status;
}

} // namespace

class ServiceListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensTheWorstOnceAllWereHeard()
    {
        ServiceList list(m_theme, m_formatting);
        list.setServices({service(u"api"_s, Health::Unknown), service(u"chat"_s, Health::Unknown)});
        QCOMPARE(list.current(), ServiceId{u"api"_s});
        list.setServices({service(u"chat"_s, Health::Critical), service(u"api"_s, Health::Unknown)});
        QCOMPARE(list.current(), ServiceId{u"chat"_s});
        list.setServices({service(u"chat"_s, Health::Critical), service(u"api"_s, Health::Well)});
        // From here on what is open stays open, whatever becomes worse.
        const QSignalSpy changed(&list, &ServiceList::currentChanged);
        list.setServices({service(u"api"_s, Health::Critical), service(u"chat"_s, Health::Well)});
        QCOMPARE(list.current(), ServiceId{u"chat"_s});
        QCOMPARE(changed.count(), 0);
    }

    void keepsWhatWasChosen()
    {
        ServiceList list(m_theme, m_formatting);
        list.setServices({service(u"api"_s, Health::Unknown), service(u"chat"_s, Health::Unknown)});
        list.select(ServiceId{u"chat"_s});
        list.setServices({service(u"api"_s, Health::Critical), service(u"chat"_s, Health::Unknown)});
        QCOMPARE(list.current(), ServiceId{u"chat"_s});
    }

    void probesAloneTellWhatTheyCan()
    {
        ServiceStatus status = service(u"edge"_s, Health::Critical);
        status.hasMetrics = false;
        status.targets = 2;
        QCOMPARE(serviceNumber(status, m_formatting), u"—"_s);
        QCOMPARE(serviceNote(status, m_formatting), u"probes 0 of 2 open"_s);
        status.openTargets = 1;
        status.rttSeconds = 0.034;
        QCOMPARE(serviceNumber(status, m_formatting), m_formatting.values.text(0.034, Unit::Seconds));
        QCOMPARE(serviceNote(status, m_formatting), u"probes 1 of 2 open"_s);
    }

private:
    Theme m_theme;
    Formatting m_formatting;
};

} // namespace sockeye

QTEST_MAIN(sockeye::ServiceListTest)
#include "tst_servicelist.moc"
