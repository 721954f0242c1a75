// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/triedsettings.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

namespace sockeye::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 120'000; // ms, for servers on a busy machine

} // namespace

TriedSettings::TriedSettings(const Clock &clock)
    : m_dialog(std::make_unique<SettingsDialog>(SettingsContext{.clock = clock,
        .secrets = m_secrets,
        .transportFactory = {},
        .theme = m_theme,
        .profiles = {},
        .workspace = newWorkspace(u"test"_s),
        .preferences = {},
        .random = RandomSource{7}}))
{
    m_dialog->show();
    m_dialog->showPage(SettingsDialog::Page::Endpoints);
    find<QPushButton>(u"add"_s)->click();
    find<QLineEdit>(u"name"_s)->clear();
    QTest::keyClicks(find<QLineEdit>(u"name"_s), u"server"_s);
    find<QSpinBox>(u"timeout"_s)->setValue(60);
}

TriedSettings::~TriedSettings() = default;

QString TriedSettings::enter(const Entries &entries)
{
    for (const auto &[name, value] : entries) {
        if (auto *box = find<QComboBox>(name)) {
            const int index = box->findText(value);
            if (index < 0)
                return QString(name % ": "_L1 % value);
            box->setCurrentIndex(index);
            Q_EMIT box->activated(index);
        } else if (auto *number = find<QSpinBox>(name)) {
            number->setValue(value.toInt());
        } else if (auto *edit = find<QLineEdit>(name)) {
            edit->selectAll();
            QTest::keyClick(edit, Qt::Key_Delete);
            QTest::keyClicks(edit, value);
        } else {
            return name;
        }
    }
    return {};
}

bool TriedSettings::test()
{
    m_dialog->findChild<QPushButton *>(u"test"_s)->click();
    return waitForTheEnd();
}

bool TriedSettings::waitForTheEnd() const
{
    return QTest::qWaitFor([this] { return card().contains(u"onnected."_s); }, patience);
}

} // namespace sockeye::test
