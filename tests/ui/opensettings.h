// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/settingsdialog.h"

#include "tests/probe/faketransport.h"
#include "tests/support/fakeclock.h"

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace sockeye::test {

//! \brief The settings as who uses them has them before the eyes: widgets go by their names, those of the
//! page that is shown first.
class OpenSettings {
protected:
    void open(Workspace workspace = newWorkspace(QStringLiteral("test")),
        const std::map<EndpointId, ServerFlavour> &flavours = {});
    void closeDialog();
    void show(SettingsDialog::Page page, const QString &name);
    void addServer(const QString &name, const QString &url);

    template <typename W>
    W *find(const QString &name)
    {
        W *widget = m_dialog->findChild<QWidget *>(m_page)->findChild<W *>(name);
        return widget ? widget : m_dialog->findChild<W *>(name);
    }
    void click(const QString &name) { find<QAbstractButton>(name)->click(); }
    void type(const QString &name, const QString &text);
    void choose(const QString &name, int index);
    QString card() { return find<QFrame>(QStringLiteral("resultCard"))->accessibleDescription(); }
    QString note(const QString &editor)
    {
        return find<QLabel>(QString(editor % QLatin1String("Note")))->text();
    }

    FakeClock m_clock;
    Theme m_theme;
    std::unique_ptr<SessionSecrets> m_secrets; //!< a fresh one with each opening, as the network
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<SettingsDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_applied;
    QString m_page; //!< the name of the page's widget
};

} // namespace sockeye::test
