// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QStringList>

namespace sockeye {

//! \brief A program that ends with this one, also when this one is killed. Its output is read line by line
//! and its last lines are kept. Main thread only: the system ends it with the thread that started it.
class ChildProcess final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChildProcess)

public:
    explicit ChildProcess(QObject *parent = nullptr);
    ~ChildProcess() override;

    void start(const QString &program, const QStringList &arguments);
    //! \brief Asks it to end; ended() is not emitted any more.
    void terminate();
    //! \brief Waits for the end of what was asked to end, and kills it when it takes longer than \a patience.
    void waitForEnd(std::chrono::milliseconds patience);
    //! \brief Kills it and waits; ended() is not emitted.
    void kill();

    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    //! \brief The last lines that it wrote.
    [[nodiscard]] QString logTail() const { return m_tail.join(u'\n'); }

Q_SIGNALS:
    void lineRead(const QString &line);
    //! \brief It could not be started; the operating system's words.
    void startFailed(const QString &detail);
    //! \brief It ended without being asked to.
    void ended();

private:
    void readLines();
    void takeLine(const QString &line);

    QProcess m_process;
    QStringList m_tail;
    bool m_isExpectedToEnd = false;
};

} // namespace sockeye
