// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/settingscontext.h"
#include "ui/settings/settingspage.h"

class QComboBox;

namespace sockeye {

//! \brief Colours, language and time zone.
class AppearancePage final : public SettingsPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppearancePage)

public:
    explicit AppearancePage(const SettingsContext &context, QWidget *parent = nullptr);
    ~AppearancePage() override;

    void load(const SettingsDraft &draft) override;
    void store(SettingsDraft &draft) const override;

private:
    void fill();

    QComboBox *m_theme;
    QComboBox *m_language;
    QComboBox *m_zone;
};

} // namespace sockeye
