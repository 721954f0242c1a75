// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingspage.h"

namespace sockeye {

SettingsPage::SettingsPage(QWidget *parent)
    : QWidget(parent)
{
}

SettingsPage::~SettingsPage() = default;

void SettingsPage::refresh(const SettingsDraft &) { }

bool SettingsPage::isValid() const
{
    return true;
}

void SettingsPage::focusProblem() { }

bool SettingsPage::canTest() const
{
    return false;
}

bool SettingsPage::isTesting() const
{
    return false;
}

void SettingsPage::startTest() { }

void SettingsPage::cancelTest() { }

} // namespace sockeye
