// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/commandsource.h"

#include "core/base/jsonreader.h"

#include <QDateTime>
#include <QProcessEnvironment>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxOutput = 64 * 1024; // no token is longer
constexpr qsizetype maxComplaint = 200;
constexpr int reapTimeout = 1'000; // of a killed process, which is gone at once

QProcessEnvironment environmentOf(const TokenCommand &command)
{
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment given = command.environment.isEmpty() ? ours : QProcessEnvironment();
    for (const QString &name : command.environment) {
        if (ours.contains(name))
            given.insert(name, ours.value(name));
    }
    // kubectl's plug-ins refuse to work without; there is no terminal to ask in.
    given.insert(u"KUBERNETES_EXEC_INFO"_s,
        uR"({"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","spec":{"interactive":false}})"_s);
    return given;
}

QString firstLine(const QByteArray &text)
{
    const QByteArray line = text.trimmed().split('\n').constFirst().trimmed();
    return QString::fromLocal8Bit(line.left(maxComplaint));
}

std::optional<TokenSource::Token> bearer(const QByteArray &token, std::optional<Timestamp> expiresAt)
{
    if (token.isEmpty() || token.contains(' ') || !isHeaderValue(token))
        return std::nullopt;
    return TokenSource::Token{"Bearer " + token, expiresAt};
}

} // namespace

std::optional<TokenSource::Token> parseCommandToken(const QByteArray &output)
{
    const QByteArray text = output.trimmed();
    if (!text.startsWith('{'))
        return bearer(text, std::nullopt);
    const auto parsed = JsonReader::parse(text);
    if (!parsed)
        return std::nullopt;
    JsonReader reader(*parsed);
    JsonReader status = reader.object("status"_L1);
    const QByteArray token = status.requiredString("token"_L1).toUtf8();
    const QString expiry = status.string("expirationTimestamp"_L1);
    const QDateTime expiresAt = QDateTime::fromString(expiry, Qt::ISODateWithMs);
    if (reader.hasError() || status.hasError() || (!expiry.isEmpty() && !expiresAt.isValid()))
        return std::nullopt;
    if (expiry.isEmpty())
        return bearer(token, std::nullopt);
    return bearer(token, fromMilliseconds(expiresAt.toMSecsSinceEpoch()));
}

CommandSource::CommandSource(TokenCommand command, const Clock &clock, QObject *parent)
    : TokenSource(clock, parent)
    , m_command(std::move(command))
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(m_command.timeout);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(CredentialError::Kind::CommandTimedOut); });
}

CommandSource::~CommandSource()
{
    dismiss();
}

void CommandSource::begin()
{
    m_process = std::make_unique<QProcess>();
    connect(m_process.get(), &QProcess::finished, this, &CommandSource::onFinished);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &CommandSource::onOutput);
    connect(m_process.get(), &QProcess::readyReadStandardError, this, &CommandSource::onOutput);
    // Queued, because start() may fail within begin().
    connect(
        m_process.get(), &QProcess::errorOccurred, this,
        [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart && m_process)
                fail(CredentialError::Kind::CommandNotStarted, m_process->errorString());
        },
        Qt::QueuedConnection);
    m_process->setProcessEnvironment(environmentOf(m_command));
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setProgram(m_command.command.value(0));
    m_process->setArguments(m_command.command.mid(1));
    m_deadline.start();
    m_process->start(QIODevice::ReadOnly);
}

void CommandSource::onOutput()
{
    // A program that prints without end must not fill the memory.
    const bool isFlood = m_process->bytesAvailable() > maxOutput;
    m_process->setReadChannel(QProcess::StandardError);
    const bool isNoisy = m_process->bytesAvailable() > maxOutput;
    m_process->setReadChannel(QProcess::StandardOutput);
    if (isFlood || isNoisy)
        fail(CredentialError::Kind::CommandAnswerInvalid);
}

void CommandSource::onFinished(int exitCode, QProcess::ExitStatus status)
{
    const QString complaint = firstLine(m_process->readAllStandardError());
    if (status == QProcess::CrashExit || exitCode != 0) {
        fail(CredentialError::Kind::CommandFailed, complaint, exitCode);
        return;
    }
    if (auto token = parseCommandToken(m_process->readAllStandardOutput()))
        finish(std::move(*token));
    else
        fail(CredentialError::Kind::CommandAnswerInvalid);
}

void CommandSource::fail(CredentialError::Kind kind, const QString &detail, int exitCode)
{
    finish(unexpected(CredentialError{.kind = kind,
        .secret = {},
        .source = m_command.command.value(0),
        .code = {},
        .detail = detail,
        .exitCode = exitCode}));
}

void CommandSource::finish(Expected<Token, CredentialError> outcome)
{
    dismiss();
    conclude(std::move(outcome), m_command.command.value(0));
}

void CommandSource::dismiss()
{
    m_deadline.stop();
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
