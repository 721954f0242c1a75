// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace sockeye {

class Theme;

//! \brief The pages at the left edge, and the settings below.
class Rail final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Rail)

public:
    explicit Rail(const Theme &theme, QWidget *parent = nullptr);
    ~Rail() override;

    //! \brief Adds a page; its number is the count of pages before it.
    void addPage(const QString &name, const QString &title, const QString &icon);
    void setCurrentPage(int page);
    //! \brief The number beside the alerts; 0 for none.
    void setBadge(int page, int count);

Q_SIGNALS:
    void pageRequested(int page);
    void settingsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QToolButton *makeButton(const QString &name, const QString &title, const QString &icon);

    const Theme &m_theme;
    QButtonGroup *m_pages;
    QVBoxLayout *m_layout;
    QToolButton *m_settings;
};

} // namespace sockeye
