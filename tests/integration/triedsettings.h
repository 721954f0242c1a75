// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/settingsdialog.h"

#include <QFrame>

namespace sockeye::test {

//! What to enter where: the object names of editors and what is typed or chosen there.
using Entries = QList<std::pair<QString, QString>>;

//! \brief The settings dialog with one new Prometheus server, driven as a user does.
class TriedSettings final {
    Q_DISABLE_COPY_MOVE(TriedSettings)

public:
    explicit TriedSettings(const Clock &clock);
    ~TriedSettings();

    //! \brief The editor that could not be found, or has no such choice; else empty.
    [[nodiscard]] QString enter(const Entries &entries);
    //! \brief Presses *Test* and waits for its end; false when it took too long.
    [[nodiscard]] bool test();
    [[nodiscard]] bool waitForTheEnd() const;
    [[nodiscard]] QString card() const
    {
        return find<QFrame>(QStringLiteral("resultCard"))->accessibleDescription();
    }
    [[nodiscard]] QWidget *focus() const { return m_dialog->focusWidget(); }
    template <typename W>
    [[nodiscard]] W *find(const QString &name) const
    {
        return m_dialog->findChild<QWidget *>(QStringLiteral("endpointsPage"))->findChild<W *>(name);
    }

private:
    SessionSecrets m_secrets;
    Theme m_theme;
    std::unique_ptr<SettingsDialog> m_dialog;
};

} // namespace sockeye::test
