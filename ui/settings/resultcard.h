// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace sockeye {

class Theme;

//! \brief What *Test* found, or how far it is.
class ResultCard final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResultCard)

public:
    enum class Kind { Good, Bad, Neutral };

    struct Content {
        Kind kind = Kind::Neutral;
        QString headline{};
        QString lead{}; //!< on the line of the headline
        QString detail{};
        QString caution{}; //!< what is not right all the same
        QString fix{}; //!< of the button that does what the remedy says
        QString link{}; //!< to where the remedy is to be done
    };

    explicit ResultCard(const Theme &theme, QWidget *parent = nullptr);
    ~ResultCard() override;

    void showContent(const Content &content);
    //! \brief A bar; \a total 0 when nobody knows how long it takes.
    void showProgress(const QString &text, int done, int total);
    void clear();
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void fixRequested();
    void linkActivated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void update();

    const Theme &m_theme;
    Content m_content;
    QLabel *m_headline;
    QLabel *m_detail;
    QLabel *m_caution;
    QPushButton *m_fix;
    QLabel *m_link;
    QProgressBar *m_progress;
};

} // namespace sockeye
