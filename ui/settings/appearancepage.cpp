// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/appearancepage.h"

#include "ui/settings/formcolumn.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace sockeye {

using namespace Qt::StringLiterals;

AppearancePage::AppearancePage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent)
    , m_theme(new QComboBox{this})
    , m_language(new QComboBox{this})
    , m_zone(new QComboBox{this})
{
    m_theme->setObjectName(u"theme"_s);
    m_language->setObjectName(u"language"_s);
    m_zone->setObjectName(u"timeZone"_s);
    fill();
    auto *column = new FormColumn{context.theme, this};
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(column);
    column->addRow(tr("&Colors"), m_theme);
    column->addRow(tr("&Language"), m_language, tr("Changes when Sockeye starts again."));
    column->addRow(tr("&Times"), m_zone, tr("Charts and lists show their zone."));
    column->addStretch();
    for (QComboBox *box : {m_theme, m_language, m_zone})
        connect(box, &QComboBox::activated, this, &AppearancePage::changed);
}

AppearancePage::~AppearancePage() = default;

void AppearancePage::fill()
{
    m_theme->addItem(tr("As the desktop"), static_cast<int>(Preferences::Theme::System));
    m_theme->addItem(tr("Light"), static_cast<int>(Preferences::Theme::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(Preferences::Theme::Dark));
    m_language->addItem(tr("As the system"), QString());
    // Each language is written in itself, so that nobody gets lost.
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"简体中文"_s, u"zh_CN"_s);
    m_zone->addItem(tr("Local time"), static_cast<int>(Preferences::TimeZone::Local));
    m_zone->addItem(u"UTC"_s, static_cast<int>(Preferences::TimeZone::Utc));
}

void AppearancePage::load(const SettingsDraft &draft)
{
    const Preferences &preferences = draft.preferences;
    m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(preferences.theme)));
    m_language->setCurrentIndex(std::max(0, m_language->findData(preferences.language)));
    m_zone->setCurrentIndex(m_zone->findData(static_cast<int>(preferences.timeZone)));
}

void AppearancePage::store(SettingsDraft &draft) const
{
    draft.preferences.theme = static_cast<Preferences::Theme>(m_theme->currentData().toInt());
    draft.preferences.language = m_language->currentData().toString();
    draft.preferences.timeZone = static_cast<Preferences::TimeZone>(m_zone->currentData().toInt());
}

} // namespace sockeye
