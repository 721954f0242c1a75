// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/console/application.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <memory>

class QWidget;

namespace sockeye::test {

//! \brief The console in this process, as somebody uses it: it finds widgets by name, types and clicks. Its
//! folders are private and outlive a restart.
class ConsoleUser final {
public:
    ConsoleUser();
    ~ConsoleUser();

    [[nodiscard]] bool start(const CommandLine &commandLine = {});
    void quit();

    [[nodiscard]] Console &console() { return m_application->console(); }
    [[nodiscard]] MainWindow &window() { return console().window(); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    //! \brief The visible widget of that name in the window or in what it opened; fails loudly with null.
    [[nodiscard]] QWidget *widget(const QString &name);
    void type(const QString &name, const QString &text);
    void click(const QString &name);
    //! \brief Picks the entry of a box by its text.
    void choose(const QString &name, const QString &text);
    //! \brief Picks a service of the Overview by its name.
    void chooseService(const QString &name);
    [[nodiscard]] QString text(const QString &name);

    //! \brief What the present page says of a panel.
    [[nodiscard]] QJsonObject panel(const QString &key);
    [[nodiscard]] bool isDrawn(const QString &key);
    //! \brief What a screen reader is told of a panel, which is what stands in it.
    [[nodiscard]] QString panelWords(const QString &key);

    //! \brief The files below the private folders that contain \a bytes.
    [[nodiscard]] QStringList filesWith(const QByteArray &bytes) const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Application> m_application;
};

} // namespace sockeye::test
