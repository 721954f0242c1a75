// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/formcolumn.h"
#include "ui/settings/settingscontext.h"
#include "ui/settings/settingspage.h"

class QCheckBox;
class QLabel;

namespace sockeye {

//! \brief What the desktop is told.
class NotificationsPage final : public SettingsPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NotificationsPage)

public:
    explicit NotificationsPage(const SettingsContext &context, QWidget *parent = nullptr);
    ~NotificationsPage() override;

    void load(const SettingsDraft &draft) override;
    void store(SettingsDraft &draft) const override;
    //! \brief How the test went; an empty problem when the desktop took it.
    void showTestResult(const QString &problem);

Q_SIGNALS:
    void testRequested();

private:
    void arrange();

    QCheckBox *m_enabled;
    QCheckBox *m_warnings;
    QCheckBox *m_resolved;
    FormRow *m_testRow = nullptr;
};

} // namespace sockeye
