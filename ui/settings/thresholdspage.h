// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/settingscontext.h"
#include "ui/settings/settingspage.h"

class QCheckBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace sockeye {

//! \brief The rules: on or off, the threshold, and how long it has to be crossed.
class ThresholdsPage final : public SettingsPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThresholdsPage)

public:
    explicit ThresholdsPage(const SettingsContext &context, QWidget *parent = nullptr);
    ~ThresholdsPage() override;

    void load(const SettingsDraft &draft) override;
    void store(SettingsDraft &draft) const override;

private:
    //! The editors of one rule. They belong to the page.
    struct Line {
        AlertRule rule;
        QCheckBox *enabled = nullptr;
        QDoubleSpinBox *threshold = nullptr;
        QSpinBox *holdFor = nullptr;
        QPushButton *reset = nullptr;
        QLabel *sentence = nullptr;
    };

    void addHeader();
    void addLine(std::size_t index);
    void makeEditors(Line &line);
    void showRule(Line &line);
    void edited(std::size_t index);
    void reset(std::size_t index);

    const SettingsContext &m_context;
    QWidget *m_table;
    QGridLayout *m_grid;
    std::vector<Line> m_lines;
};

} // namespace sockeye
