// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/pacprocess.h"

#include "core/http/pacanswer.h"

#include <QPointer>
#include <QProcess>

#include <utility>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

using Kind = ProxyError::Kind;

constexpr qsizetype longestLine = 16 * 1024;
constexpr int reapTimeout = 1'000; // of a killed process, which is gone at once

ProxyError problem(Kind kind, const QString &detail)
{
    constexpr qsizetype longestDetail = 300;
    return {.kind = kind, .detail = detail.left(longestDetail), .secret = {}};
}

Kind kindOf(const QByteArray &word)
{
    if (word == "invalid")
        return Kind::ScriptInvalid;
    if (word == "threw")
        return Kind::ScriptThrew;
    if (word == "rubbish")
        return Kind::ScriptAnswerInvalid;
    return word == "memory" ? Kind::ScriptMemory : Kind::ScriptNotRun;
}

} // namespace

PacProcess::PacProcess(Setup setup, QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(m_setup.patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { fail(Kind::ScriptTimedOut); });
}

PacProcess::~PacProcess()
{
    dismiss();
}

void PacProcess::load(const QByteArray &script)
{
    dismiss();
    m_script = script;
    m_failure.reset();
    if (!m_questions.empty())
        start();
}

void PacProcess::ask(const QUrl &url, Receiver receiver)
{
    const QUrl told = urlForScript(url);
    m_questions.push_back(
        {told.toEncoded() + '\t' + told.host(QUrl::FullyEncoded).toUtf8() + '\n', std::move(receiver)});
    if (m_failure)
        QMetaObject::invokeMethod(this, &PacProcess::failAll, Qt::QueuedConnection);
    else if (!m_process)
        start();
    else
        putNext();
}

void PacProcess::start()
{
    m_process = std::make_unique<QProcess>();
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &PacProcess::onOutput);
    connect(m_process.get(), &QProcess::finished, this, [this] {
        if (m_process)
            fail(Kind::ScriptNotRun, m_process->program());
    });
    // Queued, because start() may fail within this call.
    connect(
        m_process.get(), &QProcess::errorOccurred, this,
        [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart && m_process)
                fail(Kind::ScriptNotRun, m_process->program());
        },
        Qt::QueuedConnection);
    // What a script says by alert() is for its author.
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_process->setProgram(m_setup.program);
    m_process->setArguments(m_setup.arguments);
    m_patience.start();
    m_process->start();
    m_process->write(QByteArray::number(m_script.size()) + '\n' + m_script);
}

void PacProcess::putNext()
{
    if (!m_isReady || m_isAsked || m_questions.empty())
        return;
    m_isAsked = true;
    m_patience.start();
    m_process->write(m_questions.front().line);
}

void PacProcess::onOutput()
{
    const QPointer<PacProcess> alive(this);
    while (alive && m_process && m_process->canReadLine())
        take(m_process->readLine(longestLine).chopped(1));
    if (alive && m_process && m_process->bytesAvailable() > longestLine)
        fail(Kind::ScriptNotRun, m_process->program());
}

void PacProcess::take(const QByteArray &line)
{
    const qsizetype tab = line.indexOf('\t');
    const QByteArray word = line.left(tab);
    const QString text = QString::fromUtf8(line.mid(tab + 1));
    m_patience.stop();
    if (!m_isReady) {
        m_isReady = word == "ready";
        if (m_isReady)
            putNext();
        else
            fail(kindOf(word), text);
        return;
    }
    const bool isFound = word == "found";
    answerFirst(isFound ? Answer(text) : Answer(unexpected(problem(kindOf(word), text))));
}

void PacProcess::answerFirst(const Answer &answer)
{
    if (!m_isAsked)
        return;
    m_isAsked = false;
    const Receiver receiver = std::move(m_questions.front().receiver);
    m_questions.pop_front();
    putNext();
    receiver(answer);
}

void PacProcess::fail(ProxyError::Kind kind, const QString &detail)
{
    dismiss();
    m_failure = problem(kind, detail);
    failAll();
}

void PacProcess::failAll()
{
    // A receiver may ask again, or end with our being deleted.
    const QPointer<PacProcess> alive(this);
    if (!m_failure)
        return;
    const ProxyError failure = *m_failure;
    for (const Question &question : std::exchange(m_questions, {})) {
        if (alive)
            question.receiver(unexpected(failure));
    }
}

void PacProcess::dismiss()
{
    m_patience.stop();
    m_isReady = false;
    m_isAsked = false;
    if (!m_process)
        return;
    // Deleted later, because its own signal may be what ends it.
    m_process->disconnect(this);
    if (m_process->state() != QProcess::NotRunning) {
        m_process->kill();
        m_process->waitForFinished(reapTimeout);
    }
    m_process.release()->deleteLater();
}

} // namespace sockeye
