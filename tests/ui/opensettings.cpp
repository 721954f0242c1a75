// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/opensettings.h"

namespace sockeye::test {

using namespace Qt::StringLiterals;

void OpenSettings::open(Workspace workspace, const std::map<EndpointId, ServerFlavour> &flavours)
{
    closeDialog();
    m_secrets = std::make_unique<SessionSecrets>();
    m_network = std::make_unique<FakeNetwork>();
    m_dialog = std::make_unique<SettingsDialog>(SettingsContext{.clock = m_clock,
        .secrets = *m_secrets,
        .transportFactory = m_network->factory(),
        .theme = m_theme,
        .profiles = {},
        .workspace = std::move(workspace),
        .preferences = {},
        .random = RandomSource{7},
        .flavours = flavours});
    m_applied = std::make_unique<QSignalSpy>(m_dialog.get(), &SettingsDialog::applied);
    m_dialog->show();
    show(SettingsDialog::Page::Endpoints, u"endpointsPage"_s);
}

void OpenSettings::closeDialog()
{
    m_applied.reset();
    m_dialog.reset();
}

void OpenSettings::show(SettingsDialog::Page page, const QString &name)
{
    m_page = name;
    m_dialog->showPage(page);
}

void OpenSettings::addServer(const QString &name, const QString &url)
{
    click(u"add"_s);
    type(u"name"_s, name);
    type(u"url"_s, url);
}

void OpenSettings::type(const QString &name, const QString &text)
{
    auto *edit = find<QLineEdit>(name);
    edit->clear();
    QTest::keyClicks(edit, text);
}

void OpenSettings::choose(const QString &name, int index)
{
    auto *box = find<QComboBox>(name);
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

} // namespace sockeye::test
