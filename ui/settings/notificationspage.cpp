// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/notificationspage.h"

#include <QCheckBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace sockeye {

using namespace Qt::StringLiterals;

NotificationsPage::NotificationsPage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent)
    , m_enabled(new QCheckBox{tr("Notify me on the desktop"), this})
    , m_warnings(new QCheckBox{tr("Also of warnings"), this})
    , m_resolved(new QCheckBox{tr("Also when an alert is resolved"), this})
{
    auto *column = new FormColumn{context.theme, this};
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(column);

    m_enabled->setObjectName(u"notificationsEnabled"_s);
    m_warnings->setObjectName(u"notifyWarnings"_s);
    m_resolved->setObjectName(u"notifyResolved"_s);
    column->addRow(tr("Alerts"), m_enabled,
        tr("One notification for each critical alert, replaced in place while it lasts."));
    column->addRow({}, m_warnings);
    column->addRow({}, m_resolved);
    auto *test = new QPushButton{tr("Send a test notification"), this};
    test->setObjectName(u"testNotification"_s);
    test->setAutoDefault(false);
    test->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_testRow = column->addRow(tr("Try it"), test, tr("Do not disturb is up to the desktop."));
    column->addStretch();

    for (QCheckBox *box : {m_enabled, m_warnings, m_resolved}) {
        box->setAccessibleName(box->text());
        connect(box, &QCheckBox::clicked, this, [this] {
            arrange();
            Q_EMIT changed();
        });
    }
    connect(test, &QPushButton::clicked, this, &NotificationsPage::testRequested);
}

NotificationsPage::~NotificationsPage() = default;

void NotificationsPage::load(const SettingsDraft &draft)
{
    m_enabled->setChecked(draft.preferences.notificationsEnabled);
    m_warnings->setChecked(draft.preferences.notifyWarnings);
    m_resolved->setChecked(draft.preferences.notifyResolved);
    arrange();
}

void NotificationsPage::store(SettingsDraft &draft) const
{
    draft.preferences.notificationsEnabled = m_enabled->isChecked();
    draft.preferences.notifyWarnings = m_warnings->isChecked();
    draft.preferences.notifyResolved = m_resolved->isChecked();
}

void NotificationsPage::arrange()
{
    m_warnings->setEnabled(m_enabled->isChecked());
    m_resolved->setEnabled(m_enabled->isChecked());
}

void NotificationsPage::showTestResult(const QString &problem)
{
    m_testRow->setProblem(problem.isEmpty() ? QString() : tr("The desktop did not show it: %1").arg(problem));
    m_testRow->setNote(tr("Sent. If nothing appeared, the desktop may not be disturbed."));
}

} // namespace sockeye
